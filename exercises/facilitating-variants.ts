import type { AgendaId } from './agenda.ts'

/** How the workshop changes for one kind of room. */
export interface Variant {
  id: string
  title: string
  /** When to use it. */
  when: string
  before: readonly string[]
  /** What is different in a section; sections not named run as planned. */
  sections: Partial<Record<AgendaId, readonly string[]>>
  /** Sentences to say, or to send to all rooms, word for word. */
  lines: readonly string[]
}

/** Whether a manager of somebody present is in the room. */
export type ManagerPresence = 'absent' | 'partly' | 'present'

export const remote: Variant = {
  id: 'remote',
  title: 'Everybody on a call',
  when: 'Nobody shares a room with anybody else.',
  before: [
    'Send the workbook and the link to the self-paced site two days before. Forms on paper beat forms in another window.',
    'People reach the live polls only if they can reach your laptop. If they cannot, use the call’s own polls with the same words, or the chat.',
    'Set up breakout rooms for two before you start, and name the helper who opens and closes them.',
    'Two screens for you: presenter view on one, faces on the other.',
  ],
  sections: {
    welcome: ['Cameras on for the welcome only.'],
    fork: ['Pairs in breakout rooms for two minutes, first name in the alphabet begins.'],
    close: ['Leave the call open for a quarter of an hour.'],
  },
  lines: [
    'You have two minutes. Whoever’s first name comes first begins.',
    'One more minute. Change over if you have not.',
    'Type your answer now and do not send it. Three, two, one, go.',
    'Last sentence. The rooms close in ten seconds.',
    'Cameras off. I come back in six minutes, and you will hear me.',
  ],
}

export const hybrid: Variant = {
  id: 'hybrid',
  title: 'Some in the room, some on a call',
  when: 'At least one person is not in the room.',
  before: [
    'Everybody uses a device of their own, also in the room.',
    'One microphone that travels. Who does not hold it does not speak.',
    'A helper who looks only at the call: chat, hands, sound.',
    'Pair each person on the call with one in the room, and write the pairs down.',
  ],
  sections: {
    fork: ['Pairs across the gap: those in the room go to a quiet corner with headphones.'],
    energy: ['Mute the room’s microphone while people rate.'],
    close: ['Say goodbye to the call before the room gets up, and stay for both.'],
  },
  lines: [
    'We wait until the microphone is with you.',
    'The call first this time.',
    'Somebody on the call: what did you hear us say?',
  ],
}

/** The three sheets for a manager in the room. */
export const managerSheets: Readonly<Record<ManagerPresence, Variant>> = {
  absent: {
    id: 'absent',
    title: 'The manager is not there',
    when: 'Nobody present decides about anybody else’s pay or place.',
    before: [
      'Agree with the manager what they will get afterwards: what the room wants to stop, and nothing about anybody.',
      'Ask them to read the trial menu and to expect requests.',
    ],
    sections: {
      welcome: ['Say who asked for this workshop, and what that person will hear from you.'],
      hybrid: ['The one thing to stop leaves the room only if the room agrees to the sentence.'],
      close: ['Name the person who carries that sentence to the manager, and the day.'],
    },
    lines: ['Your manager knows that you are here and will hear one sentence, which you write together.'],
  },
  partly: {
    id: 'partly',
    title: 'The manager is there for the first half hour and the close',
    when: 'A manager wants to show support and will leave when asked.',
    before: [
      'Agree on the two times, and on a sign, so that you need not send anybody out.',
      'Ask the manager to say one sentence at the start: why this is worth an hour, and that nobody owes them a result.',
      'Ask them to think beforehand of a draining week of their own.',
    ],
    sections: {
      welcome: ['The manager speaks first, one minute, and sits at the side afterwards.'],
      roles: ['Pair the manager with somebody who does not report to them.'],
      energy: ['The manager leaves before the audit begins.'],
      close: ['The manager comes back for the close. Repeat before they enter that scores stay closed. They hear the one thing to stop and answer with a date, not with reasons.'],
    },
    lines: [
      'This is where we say goodbye to you until the close. Thank you.',
      'Before we open the door: nothing you scored is talked about from here on.',
    ],
  },
  present: {
    id: 'present',
    title: 'The manager is there throughout',
    when: 'It cannot be avoided. Ask once more whether it can.',
    before: [
      'Tell the manager the rules: speak last, share a draining item of their own before anybody else shares, ask nobody for anything.',
      'Tell participants beforehand that the manager will be there. Those who would rather not come do not come.',
      'Leave out the toll poll and the pair share. Their minutes go to the trial cards.',
    ],
    sections: {
      welcome: ['Look at the manager when you read out that nobody may ask for a score.'],
      fork: ['The manager listens to a pair and does not make one.'],
      roles: ['Cards: the manager sorts alone and shows the piles last.'],
      energy: ['After the silence the manager says which item drains them, and why. Nobody else shares; no pairs.'],
      try: ['Sponsors are asked afterwards, alone. No card is promised anything in the room.'],
      hybrid: ['Words are moderated strictly: nothing that points to a person. The manager ticks the list like everybody and speaks last.'],
      switching: ['No poll. Name the four prices and leave half a minute of silence.'],
      close: ['The manager names one thing they will change, with a date, and nobody else has to.'],
    },
    lines: [
      'We hear the manager last in every round today. They asked for that.',
      'Half a minute, for yourself: which of the four would cost you most? No poll on this one.',
      'Shares are closed today. What you noticed, keep.',
    ],
  },
}
