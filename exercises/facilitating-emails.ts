import type { Format } from './exercise.ts'
import { dayNinetyQuestions, openingRule } from './forecast/forecast.ts'
import { reunionFormat } from './sections.ts'
import { callMinutes, callQuestions } from './try-it/partner-call.ts'

/** A mail to paste. Square brackets hold what you fill in. */
export interface Email {
  id: 'before' | 'after' | 'week-2' | 'week-4' | 'week-8' | 'day-90' | 'reunion'
  when: string
  sender: string
  to: string
  /** What to attach or link to; empty where the words are enough. */
  attach: string
  subject: string
  /** Paragraphs are separated by an empty line. */
  body: string
}

const sender = 'the facilitator'
const room = 'everybody who was there'

const siteBlank = '[link to the site]'

/** The mails around one length, the earliest first: those of the workshop, or the invitation to the reunion. With the site's address where it is known. */
export function emails(format: Format, site?: string): readonly Email[] {
  const all = format === reunionFormat ? [reunionInvitation()] : workshopEmails(format)
  return site === undefined ? all : all.map(mail => ({ ...mail, body: mail.body.replaceAll(siteBlank, site.replace(/\/$/, '')) }))
}

function workshopEmails(format: Format): readonly Email[] {
  const early = format === 45
  return [
    {
      id: 'before',
      when: '48 hours before',
      sender,
      to: 'everybody who is invited',
      attach: early ? 'the energy audit, form A or B, from the workbook' : '',
      subject: early ? 'On [day]: 45 minutes about your next step, and ten of yours before' : `On [day]: ${format} minutes about your next step`,
      body: paragraphs(
        'Hello,',
        `on [date] at [time] in [place] we take ${format} minutes for a question that usually gets answered by accident: is your next step managing people, leading systems, or neither for now?`,
        'You will look at real weeks, rate what they do to your energy, and choose a small trial with an end date. Nobody will tell you what you are.',
        ...(early
          ? [`Please do one thing before: the energy audit, about ten quiet minutes, on the attached form or at ${siteBlank}. It is for you alone. Bring the sheet, or leave the site open on your phone; nobody will ask to see it.`]
          : ['There is nothing to prepare. Bring a phone if you have one; paper is as good.']),
        'It is voluntary. Scores stay on your own phone or paper, polls carry no names, and nothing from this is used to choose or judge anybody. What is stored, and for how long, is here: [link to the privacy page].',
        '[Who else is in the room, if a manager comes: name, and for which part.]',
        'If you need anything in order to take part (larger print, a certain seat, the slides beforehand, a break), write back. You need not say why.',
        '[name]',
      ),
    },
    {
      id: 'after',
      when: '24 hours after',
      sender,
      to: room,
      attach: 'the picture of the results (results.png), and the sponsor page',
      subject: 'Your trial: one question to ask this week',
      body: paragraphs(
        'Hello,',
        'thank you for yesterday. If you keep one thing, keep this: ask the person on your card for their yes, this week, while it is still small. The sponsor page is attached; it tells that person what a yes costs and what not to ask you.',
        'While the trial runs, write one line a week about what it did to your energy. Write it on the day, because bad feelings fade faster from memory than good ones.',
        `No calendar file yet? Copy your card into ${siteBlank}/trial-card, and it makes one with all five days. The sheet for asking and the one for the partner call are there, too.`,
        'What the room found is in the picture. The room agreed to stop: [the one thing]. [Name] takes that to [name] by [date].',
        `We left out: [what was cut]. You find it, with every slide and exercise, at ${siteBlank}.`,
        `Your forecast stays closed until ${openingRule}. I will write to you on day 90, and I will not ask what it says.`,
        'The polls’ results have no names and will be deleted on [date].',
        '[name]',
      ),
    },
    {
      id: 'week-2',
      when: 'Week 2',
      sender,
      to: room,
      attach: '',
      subject: 'Did you get your yes?',
      body: paragraphs(
        'Hello,',
        'two weeks ago you wrote a name on your card. Have you asked?',
        'If yes: put the half-way talk into both calendars today. If “later”: ask for the day on which you may ask again. If no: look for the part of the trial that needs nobody’s yes.',
        'If you have not asked, here is the smallest start: send the sponsor page with one line, “May I have ten minutes of your time about this?”',
        'You need not answer me.',
        '[name]',
      ),
    },
    {
      id: 'week-4',
      when: 'Week 4',
      sender,
      to: room,
      attach: '',
      subject: `This week: ${callMinutes} minutes with your partner`,
      body: paragraphs(
        'Hello,',
        `about now you and your partner call each other. ${callMinutes} minutes are enough: one asks three questions, the other answers, then you swap.`,
        callQuestions.map(({ ask, what }, i) => `${i + 1}. ${ask} ${what}`).join('\n'),
        'A trial that has not begun is worth the same call. The second of its questions is meant for it.',
        'Have you lost your partner, or never had one? Write to me, and I find you somebody.',
        '[name]',
      ),
    },
    {
      id: 'week-8',
      when: 'Week 8',
      sender,
      to: room,
      attach: '',
      subject: 'Is your trial still the one you wrote down?',
      body: paragraphs(
        'Hello,',
        'by now some trials are over, some are past half, and some have quietly become something else.',
        'Take five minutes and read your card. Has what would make you say no happened? What did others see so far? Is the last day still the last day?',
        'If your trial is over, do not open the forecast yet; it has its day. If it grew, give it an end again, and tell your sponsor.',
        '[The date of the half hour on about day 90, if you hold it: put it into your calendars.]',
        '[name]',
      ),
    },
    {
      id: 'day-90',
      when: 'Day 90',
      sender,
      to: room,
      attach: '',
      subject: 'Today: open your forecast (but read this first)',
      body: paragraphs(
        'Hello,',
        'ninety days ago you wrote down how your trial would feel. If it is still running, wait for the day after its last one, and read this then.',
        'Before you open the envelope or scroll down in the calendar entry, three questions:',
        dayNinetyQuestions.map((question, i) => `${i + 1}. ${question}`).join('\n'),
        'Your answers are yours. If you would like to tell me one thing, tell me whether you would do the same trial again, and what is next: more of it, less of it, or the other side.',
        'If there was no trial, that is an answer, too. What was in the way, and would four weeks fit now?',
        '[name]',
      ),
    },
  ]
}

function reunionInvitation(): Email {
  return {
    id: 'reunion',
    when: 'Two weeks before',
    sender,
    to: room,
    attach: '',
    subject: `On [day]: ${reunionFormat} minutes about what became of it`,
    body: paragraphs(
      'Hello,',
      `about ninety days ago you wrote a trial on a card and sealed a forecast. On [date] at [time] in [place] the same people meet for ${reunionFormat} minutes: what became of the trials, how they felt beside the forecast, and what comes next, with a date.`,
      'A trial that changed, still runs or never began is as welcome as a finished one. What was in the way is worth more to this company than what went well.',
      'Please bring your card, your weekly lines and the sealed forecast. Leave the forecast closed: you open it there, or later if your trial still runs. Nobody reads it but you.',
      'It is voluntary. You choose what you tell your partner; polls carry no names and are linked to nothing that you answered last time.',
      '[Who else is in the room, if a manager comes: name, and why.]',
      'If you cannot come: open your forecast on its day, and ask yourself the three questions of the mail from day 90.',
      '[name]',
    ),
  }
}

/** Which mail goes when, from whom, to whom and with what, as a page of text. */
export function mailList(format: Format): string {
  const lines = emails(format).map(({ id, when, sender: from, to, attach, subject }) =>
    [`${when}: ${id}.txt`, `  from ${from} to ${to}`, `  subject: ${subject}`, ...attach === '' ? [] : [`  with ${attach}`]].join('\n'))
  return format === reunionFormat
    ? paragraphs('When to send which mail. Weeks count back from the day of the reunion.', ...lines)
    : paragraphs('When to send which mail. Days and weeks count from the day of the workshop.', ...lines, 'You send no calendar file: each person makes their own from their card, on the phone or on the site.')
}

function paragraphs(...all: string[]): string {
  return all.join('\n\n')
}
