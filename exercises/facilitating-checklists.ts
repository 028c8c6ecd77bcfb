import type { Format } from './exercise.ts'
import { helperFrom } from './facilitating-helper.ts'
import { sheetNames } from './sheets.ts'

/** What to have done by when. */
export interface Checklist { when: string, items: readonly string[] }

/** Something to bring, and how many of it. */
export interface Material {
  what: string
  count: number
  note?: string
  /** A sheet of the workbook that continues on its back. */
  bothSides?: true
}

/** The lists for one length of workshop, the earliest first. Mails are named as their files in `emails/`. */
export function checklists(format: Format): readonly Checklist[] {
  const early = format === 45
  return [
    {
      when: 'Four weeks before',
      items: [
        'Choose the length. At 45 minutes people have to do the audit beforehand.',
        'Find out whether a manager of somebody present will come, and choose the sheet for it: absent, partly, present.',
        'Book a room with movable chairs for an hour more than the workshop takes.',
        'Write the invitation: what it is for, what it is not, that it is voluntary. Ask what people need in order to take part.',
        'Ask whoever looks after privacy or sits on the works council to read the privacy page.',
        `From ${helperFrom} people on: find a helper and give them their sheet. Above 24: two.`,
      ],
    },
    {
      when: 'One week before',
      items: [
        'Read this guide once from front to back, then say the first ten minutes aloud.',
        'Rehearse on your own machine: npm run rehearse brings a room of simulated phones.',
        'Replace what does not fit your company: rows, options, cards.',
        'Send the sponsor page to the managers who may be asked for a yes.',
        'Ask one manager and one lead for a draining week, in case there is time.',
        'Write the days of all mails into your own calendar.',
      ],
    },
    {
      when: 'Two days and one day before',
      items: [
        `You send the mail “before” two days ahead${early ? ', with the audit. Remind those who will not have done it' : ''}. Answer what comes back.`,
        'Print with tomorrow’s start time. Cut the cards, write today’s dates on the labels for the envelopes.',
        'Try the room: npm run doctor, the projector, whether phones reach your laptop. If they do not, plan a hotspot.',
        'Charge the clicker. Pack the adapter and a power strip.',
      ],
    },
    {
      when: 'One hour before',
      items: [
        'Start the workshop, join with your own phone over the Wi-Fi that people will use, and answer one poll.',
        'Start it again with --new, so that your answer is not among theirs.',
        'Turn off notifications, screen saver and sleep. Plug in the laptop.',
        'Put chairs in twos, forms and cards on the table at the door, the clock where you see it and they do not.',
        'Read the promise aloud once, from its slide.',
      ],
    },
    {
      when: 'In the last minute, and after',
      items: [
        'Before you end the session, each person saves the calendar file from their own card: first day, partner call, half-way, last day, opening day. You send none.',
        'End on time, say what was left out, and press “End the session” while people are still there: phones say goodbye and forget.',
        'Stay for a quarter of an hour. Then write the minutes into the log.',
        'You send the mail “after” within a day. The four later ones are in the table below.',
        'Delete the session by the day that you named in that mail.',
      ],
    },
  ]
}

/**
 * What to bring for a group.
 * @param format the workshop's length
 * @param people how many are expected, 1 or more
 */
export function materialsFor(format: Format, people: number): Material[] {
  if (!Number.isInteger(people) || people < 1)
    throw new RangeError(`Say how many people are expected, as a whole number from 1, not ${people}.`)
  const pairs = Math.ceil(people / 2)
  const phoneless = Math.max(2, Math.ceil(people / 5))
  const helpers = people > 24 ? 2 : people >= helperFrom ? 1 : 0
  const cards = format === 90 ? 14 : 8
  const at = <T>(...of: T[]): T[] => format === 45 ? [] : of
  return [
    { what: sheetNames.takeHome, count: people + 2, note: 'the take-home sheet', bothSides: true },
    { what: sheetNames.formA, count: pairs + 2, note: format === 45 ? 'for those who have not done it beforehand; it goes home with them' : 'for half of the people; its back adds it up', bothSides: true },
    { what: sheetNames.formB, count: pairs + 2, note: format === 45 ? 'the same' : 'for the other half, so that neighbours do not compare lines', bothSides: true },
    ...at<Material>({ what: sheetNames.cards, count: pairs + 2, note: `sets of ${cards}, on stiff paper, cut` }),
    { what: sheetNames.menu, count: pairs, bothSides: true },
    { what: sheetNames.trial, count: people + 4, note: 'cards, two on a sheet, cut' },
    { what: sheetNames.asking, count: people + 2, note: `with “${sheetNames.call}” on its back`, bothSides: true },
    { what: 'Sponsor page', count: people, note: 'one for each person, to hand over; sponsor-page.pdf' },
    { what: sheetNames.forecast, count: people + 2, note: 'two on a sheet, cut' },
    { what: sheetNames.labels, count: people + 2, note: 'eight on a sheet, cut, the first date already on them' },
    { what: 'Envelopes', count: people + 2 },
    { what: sheetNames.hybrid, count: phoneless, note: 'two on a sheet, only needed if you are ahead' },
    { what: sheetNames.ballots, count: phoneless, note: 'one of each question, for those without a phone' },
    { what: sheetNames.tally, count: 1, bothSides: true },
    { what: sheetNames.tickets, count: format === 45 ? people : phoneless, note: format === 45 ? 'four on a sheet, handed out at the door' : 'four on a sheet, for those without a phone' },
    { what: sheetNames.weeks, count: people + 2, note: `with “${sheetNames.opening}” on its back`, bothSides: true },
    { what: 'Pens', count: people + 4 },
    ...at<Material>({ what: 'Sticky notes, pads', count: Math.ceil(pairs / 2), note: 'for those without a phone' }),
    { what: 'Flip chart or board, with a marker', count: 1, note: 'for what is parked and what stops' },
    { what: 'Box for exit tickets', count: 1 },
    { what: 'Clicker with a fresh battery', count: 1 },
    { what: 'This guide, with the log of actual minutes', count: 1 },
    { what: 'Pocket sheet', count: 1 + helpers, note: helpers > 0 ? 'one for you, the others for who helps' : undefined },
    ...helpers > 0 ? [{ what: 'Helper’s sheet', count: helpers, note: 'the last page of this guide' }] : [],
  ]
}
