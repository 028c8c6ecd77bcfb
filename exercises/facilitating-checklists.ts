import type { Format } from './exercise.ts'
import { sheetNames } from './sheets.ts'

/** What to have done by when. */
export interface Checklist { when: string, items: readonly string[] }

/** Something to bring, and how many of it. */
export interface Material { what: string, count: number, note?: string }

/** The lists for one length of workshop, the earliest first. */
export function checklists(format: Format): readonly Checklist[] {
  const early = format === 45
  return [
    {
      when: 'Four weeks before',
      items: [
        'Choose the length: 45, 60 or 90 minutes. Below 60, people have to do the audit beforehand.',
        'Find out whether a manager of somebody present will come, and choose the sheet for it: absent, partly, present.',
        'Book a room with movable chairs for an hour more than the workshop takes.',
        'Write the invitation: what it is for, what it is not, that it is voluntary, and ask what people need to take part.',
        'Ask whoever looks after privacy or sits on the works council to read the privacy page.',
        'Above 24 people: find a co-host.',
      ],
    },
    {
      when: 'One week before',
      items: [
        'Read the guide once from front to back, then say the first ten minutes aloud.',
        'Rehearse on your own machine with one phone: npm start -- --rehearsal.',
        'Replace what does not fit your company: rows, options, cards. The polls tell you what else they touch.',
        'Ask one manager and one lead for a draining week, in case there is time.',
        'Order or collect the printed material; see the list with counts.',
      ],
    },
    {
      when: 'One day before',
      items: [
        early ? 'The mail of two days before went out with the audit in it. Remind those who will not have read it.' : 'The mail of two days before went out. Answer what came back.',
        'Print the run sheet with tomorrow’s start time, the pocket sheet, and the workbook.',
        'Cut the cards, put both dates on the envelopes’ labels.',
        'Try the room: projector, Wi-Fi, whether phones reach your laptop. If they do not, plan a hotspot.',
        'Charge the clicker, pack the adapter, a power strip and a second clicker if there is one.',
      ],
    },
    {
      when: 'One hour before',
      items: [
        'Start the workshop, join with your own phone over the Wi-Fi that people will use, and answer one poll.',
        'Start it again with --new, so that your answer is not in theirs.',
        'Turn off notifications, screen saver and sleep. Plug in the laptop.',
        'Put chairs in twos, forms and cards on the table at the door, the join address on the wall.',
        'Put the clock where you see it and they do not.',
        'Read the promise aloud once. It is the one text that must not sound read.',
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
  const cards = format === 90 ? 14 : 8
  const at = <T>(...of: T[]): T[] => format === 45 ? [] : of
  return [
    { what: sheetNames.takeHome, count: people + 2, note: 'the take-home sheet' },
    { what: sheetNames.formA, count: pairs + 2, note: format === 45 ? 'for those who have not done it beforehand; it goes home with them' : 'for half of the people' },
    { what: sheetNames.formB, count: pairs + 2, note: format === 45 ? 'the same' : 'for the other half' },
    ...at<Material>({ what: sheetNames.cards, count: pairs + 2, note: `sets of ${cards}, cut` }),
    { what: sheetNames.menu, count: pairs },
    { what: sheetNames.trial, count: people + 4, note: 'cards, cut' },
    { what: sheetNames.asking, count: people + 2, note: `with “${sheetNames.call}” on its back` },
    { what: sheetNames.forecast, count: people + 2, note: 'cut' },
    { what: sheetNames.labels, count: people + 2, note: 'cut, the first date already on them' },
    { what: 'Envelopes', count: people + 2 },
    { what: sheetNames.hybrid, count: phoneless, note: 'only needed if you are ahead' },
    { what: sheetNames.ballots, count: phoneless, note: 'one of each question, for those without a phone' },
    { what: sheetNames.tally, count: 1 },
    { what: sheetNames.tickets, count: format === 45 ? people : phoneless, note: format === 45 ? 'handed out at the door' : 'for those without a phone' },
    { what: sheetNames.weeks, count: people + 2, note: `with “${sheetNames.opening}” on its back` },
    { what: 'Pens', count: people + 4 },
    ...at<Material>({ what: 'Sticky notes, pads', count: Math.ceil(pairs / 2), note: 'for those without a phone' }),
    { what: 'Flip chart or board, with a marker', count: 1, note: 'for what is parked and what stops' },
    { what: 'Box for exit tickets', count: 1 },
    { what: 'Clicker with a fresh battery', count: 1 },
    { what: 'Run sheet and pocket sheet', count: people > 24 ? 2 : 1, note: people > 24 ? 'one for the co-host' : undefined },
  ]
}
