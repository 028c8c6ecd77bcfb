import type { Format } from './exercise.ts'
import { dayNinetyQuestions } from './forecast/forecast.ts'

/** A mail to paste. Square brackets hold what you fill in. */
export interface Email {
  id: 'before' | 'after' | 'day-90'
  when: string
  subject: string
  /** Paragraphs are separated by an empty line. */
  body: string
}

/** The three mails around a workshop of one length. */
export function emails(format: Format): readonly Email[] {
  return [
    {
      id: 'before',
      when: '48 hours before',
      subject: format === 45 ? 'On [day]: 45 minutes about your next step, and ten of yours before' : `On [day]: ${format} minutes about your next step`,
      body: paragraphs(
        'Hello,',
        `on [date] at [time] in [place] we take ${format} minutes for a question that usually gets answered by accident: is your next step managing people, leading systems, or neither for now?`,
        'You will look at real weeks, rate what they do to your energy, and choose a small trial with an end date. Nobody will tell you what you are.',
        ...(format === 45
          ? ['Please do one thing before: the energy audit, about ten quiet minutes, on the attached form or at [link to the site]. It is for you alone. Bring the sheet, or leave the site open on your phone; nobody will ask to see it.']
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
      subject: 'Your trial: one question to ask this week',
      body: paragraphs(
        'Hello,',
        'thank you for yesterday. If you keep one thing, keep this: ask the person on your card for their yes, this week, while it is still small.',
        'While the trial runs, write one line a week about what it did to your energy. Write it on the day. What was unpleasant fades from memory sooner than what was pleasant, so judging at the end is too kind.',
        'The room agreed to stop: [the one thing]. [Name] takes that to [name] by [date].',
        'We left out: [what was cut]. You find it, with every slide and exercise, at [link to the site].',
        'Your forecast is sealed until [date of day 90]. I will write to you then, and I will not ask what it says.',
        'The polls’ results have no names and will be deleted on [date].',
        '[name]',
      ),
    },
    {
      id: 'day-90',
      when: 'Day 90',
      subject: 'Today: open your forecast (but read this first)',
      body: paragraphs(
        'Hello,',
        'ninety days ago you wrote down how your trial would feel. Before you open the envelope or scroll down in the calendar entry, three questions:',
        dayNinetyQuestions.map((question, i) => `${i + 1}. ${question}`).join('\n'),
        'Your answers are yours. If you would like to tell me one thing, tell me whether you would do the same trial again, and what is next: more of it, less of it, or the other side.',
        'If there was no trial, that is an answer, too. What was in the way, and would four weeks fit now?',
        '[name]',
      ),
    },
  ]
}

function paragraphs(...all: string[]): string {
  return all.join('\n\n')
}
