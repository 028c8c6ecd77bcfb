import type { Derailer } from './exercise.ts'
import { DEFAULT_FLOOR } from '../live/domain/floor.ts'

/** A heading and what stands under it, in order. */
export interface Passage { title: string, lines: readonly string[] }

/** What the workshop is for, in the words to put into an invitation. */
export const purpose = 'Engineers find out which kind of work they should try next, managing people or leading systems, and leave with a small trial that has a date. Nobody leaves with a verdict.'

/** For whom it is and is not, on the first page of the guide. */
export const readers = '8 to 24 engineers who wonder what comes next. Not for people who are no engineers: items, cards and trials are about software work. These pages hold answers to expect: keep them away from the chairs.'

export const audience: Passage = {
  title: 'Who it is for',
  lines: [
    'Engineers with some years behind them who are asked, or ask themselves, what comes next.',
    'People who hold a lead or manager role and were never told what they were getting into.',
    'Teams in which one person does both jobs and everybody hopes that it goes on working.',
  ],
}

export const notForEverybody: Passage = {
  title: 'Who should not be in the room',
  lines: [
    'Anybody who has to decide about the pay or promotion of somebody present this quarter, unless you run one of the manager sheets.',
    'People who were sent to be talked into a role. Ask the sender to talk to them instead.',
    'Anybody looking for a selection tool. The exercises say what gives energy, not who is good at what, and must not be used to choose people.',
    'People who are no engineers. Items, cards and trials are about software work; for a designer or a product manager they measure nothing.',
    'Observers. Everybody in the room takes part or leaves.',
  ],
}

export const groupSize: Passage = {
  title: 'How many, and who does what',
  lines: [
    `8 to 24 people. Below 8, polls about people often stay under ${DEFAULT_FLOOR} answers and show nothing; talk more and poll less.`,
    'From 12 people on, a helper with a sheet of their own: phones, hands, hiding words, the clock. Above 24, two.',
    'You: the clicker, the words, and no opinion about which role is better.',
  ],
}

export const roomPlan: Passage = {
  title: 'The room',
  lines: [
    'Chairs in twos at small tables, all with a view of the wall. No rows: pairs have to turn to each other.',
    'The screen high enough that the lower third can be read over heads. Stand at the far back and read the smallest line.',
    'You stand beside the screen, the laptop within reach but not between you and them.',
    'A table at the door for cards, forms, pens and envelopes; the same table takes the exit tickets.',
    'Keep one aisle free for a wheelchair, and one seat near the door free for whoever needs to leave for a while.',
  ],
}

export const driving: Passage = {
  title: 'How you drive it',
  lines: [
    'npm start opens the presenter view: your notes, the clock, the poll, and what the next click does. Put the deck window on the projector, the presenter view on your own screen.',
    'Forward on the clicker is enough. Arriving on a poll opens it, the next click closes it and shows the result; where people write words, one more click lies between, in which only you read them and can hide some.',
    'Back reopens a poll that had too few answers. One that was shown stays shown: press X twice to ask again from nothing.',
    'In the presenter view: J puts the address and the code over any slide, N changes to the next address of the laptop, H counts hands, S opens, C closes and R shows a poll by hand, ? lists all keys.',
    'If the laptop stops, run npm start again: it goes on with the same session, answers and all.',
  ],
}

export const ifAhead: readonly Passage[] = [
  {
    title: 'One draining week each',
    lines: [
      'Ask one manager and one lead, beforehand, whether they would. Two minutes each.',
      'Ask: “Tell us about a week that emptied you. What was in it, and what made it worth it, if anything?”',
      'Thank them and let it stand. No advice from the room.',
    ],
  },
  {
    title: 'The hybrid check',
    lines: [
      'For those who hold both jobs: five facts, on the phone or in the workbook, in silence. The others think of somebody they know.',
      'Ask only: “What is the cheapest of the five to change?” Never ask for a number.',
    ],
  },
]

export const accessibility: Passage = {
  title: 'So that everybody can take part',
  lines: [
    'Ask in the invitation what people need, and mean it: larger print, a seat at the front, a break, an interpreter, the slides beforehand.',
    'Read every question aloud, also the options. Describe a chart in one sentence when it appears.',
    'Everything on the phone works with a screen reader, a keyboard and large text. Paper is equal, not second best.',
    'Second-language readers: one more breath after each question, no idioms, and the workbook a day before.',
    'Nobody has to stand, move, draw or speak in front of all. Hands may be a nod to you.',
    'Colours always come with a shape: round for people, square for systems. Print in greyscale loses nothing.',
  ],
}

/** Columns of the log of actual minutes; one row for each section of the run sheet. */
export const logColumns = ['Section', 'Planned', 'Started', 'Ended', 'Left out', 'Note'] as const

/** Things that happen in the room whatever the exercise. */
export const derailers: readonly Derailer[] = [
  { when: 'Somebody asks who here would be the better manager.', then: 'Say: “That would take watching somebody do it for a quarter. Today everybody looks at their own week.”' },
  { when: 'Somebody says that management is the only way up.', then: 'Say: “Then write that on the card for this company, with pay and decisions. It is a fact about us, not about you.”' },
  { when: 'Somebody says: “My score says neither.”', then: 'Say: “Then it may be the season. Look at what drained you most, and ask for less of it first. And these two are not the only senior paths.”' },
  { when: 'A boss asks somebody which side they got.', then: 'Say, kindly and at once: “That one stays closed. Tell us what drains you, if you like.”' },
  { when: 'Somebody says: “This is astrology.”', then: 'Say: “A fair worry. So it says how far off it can be, and sends you to find out with a trial.”' },
  { when: 'Somebody who holds both jobs feels attacked.', then: 'Say: “You kept two jobs going. We are asking what the company should stop asking of you.”' },
  { when: 'A war story starts.', then: 'Say: “Keep the ending for the break. In one sentence: what did it cost?”' },
  { when: 'Nobody says anything.', then: 'Count to eight in your head, then say: “Tell your neighbour first. One minute.”' },
  { when: 'One voice takes all the room.', then: 'Say: “Thank you, I have that one. I would like to hear somebody who has not spoken yet.” Then look elsewhere.' },
  { when: 'The technology fails.', then: 'Say: “Then by hand,” raise yours, and go on. Mend it while they talk in pairs.' },
]

/** What to do when something is missing; the first line is for the first ten seconds. */
export const failurePlan: readonly Passage[] = [
  {
    title: 'No network',
    lines: [
      'Take hands, and go on. Enter them as hand counts: the chart is the same.',
      'The workshop itself needs no internet. Open a hotspot on a phone or the laptop and let people join that; show the address again.',
      'Exercises already open on a phone go on working. Everybody else gets paper from the door.',
    ],
  },
  {
    title: 'No projector',
    lines: [
      'Read the question aloud. Phones show questions, results and exercises by themselves.',
      'Draw the two lines on a flip chart and walk along them; the pocket sheet has everything to say.',
      'With fewer than ten people, turn the laptop round and sit closer.',
    ],
  },
  {
    title: 'No phones',
    lines: [
      'Paper ballots for the two clarity questions, hands for everything else.',
      'Forms A and B for the audit, cut cards, trial cards, envelopes: all in the workbook.',
      'Collect ballots face down in one box; the helper counts during the next talk in pairs.',
    ],
  },
  {
    title: 'No laptop',
    lines: [
      'Run it from the guide and the workbook. Nothing in the exercises needs a screen.',
      'Leave out the evidence slides and say where to read them.',
    ],
  },
]
