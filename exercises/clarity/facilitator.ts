import type { FacilitatorPart } from '../exercise.ts'
import { DEFAULT_FLOOR } from '../../live/domain/floor.ts'
import { sheetNames } from '../sheets.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    `${sheetNames.ballots}: the first and the last question, for each person without a phone`,
    sheetNames.tally,
  ],
  goodLooksLike: [
    'The first result is spread out. Read it aloud and do not explain it.',
    'At the end the picture has moved. Up, level and down are all results, and you say so.',
    'Nobody is asked in front of the others why they moved.',
  ],
  debrief: [
    'What made it clearer: the audit, the trial, or something your neighbour said?',
    'If it did not move: what would you need to know that nobody here could tell you?',
  ],
  remote: 'The same poll by link. For those who cannot open it: all numbers typed into the chat on a countdown, sent at “now”.',
  hybrid: 'Everybody answers on a device of their own. Paper ballots only in the room, counted by the helper.',
  derails: [
    { when: 'Too few answers, and the result stays hidden.', then: `Say: “Below ${DEFAULT_FLOOR} answers I show nothing, so that nobody can be guessed. We go on.”` },
    { when: 'The room went down as a whole.', then: 'Say: “You leave with better questions than you came with. The trial is where they get answered.”' },
    { when: 'Somebody changed phones or came late.', then: 'Do nothing. Their last answer counts in the last result and is left out of the pairs.' },
  ],
}
