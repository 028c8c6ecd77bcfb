import type { FacilitatorPart } from '../exercise.ts'
import { sheetNames } from '../sheets.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    `${sheetNames.forecast}, an envelope and one of the ${sheetNames.labels.toLowerCase()} for each person`,
    'The date of day 90, written large on the flip chart',
  ],
  goodLooksLike: [
    'A minute of real silence, then the sound of envelopes.',
    'Nobody compares numbers.',
  ],
  debrief: [
    'None today. On day 90: how far off were you, and in which direction?',
  ],
  remote: 'Send the sheet beforehand. Everybody seals theirs while you are silent, then holds the closed envelope or the saved date up to the camera.',
  hybrid: 'Envelopes in the room, calendar files on the call. Nobody collects anything.',
  derails: [
    { when: 'Somebody has no trial yet.', then: 'Say: “Then forecast the first people day or the first code day you have next week.”' },
    { when: '“I do not want this in a work calendar.”', then: 'Say: “Paper, or the bare reminder. It says only that there is an envelope.”' },
    { when: 'The calendar file does not open.', then: 'Paper. Any calendar takes the date by hand.' },
  ],
}
