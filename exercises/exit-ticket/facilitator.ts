import type { FacilitatorPart } from '../exercise.ts'
import { sheetNames } from '../sheets.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    `${sheetNames.tickets}: one for each person at 45 minutes, otherwise for those without a phone`,
    'A box at the door',
  ],
  goodLooksLike: [
    'People write before they stand up, and most of it is short.',
    'The things to change differ. The same one three times is next week’s work.',
  ],
  debrief: ['None in the room. Read the answers the same day and put one change into the next run.'],
  remote: 'Keep the poll open for five minutes after the goodbye, and put the link in the last message.',
  hybrid: 'Phones for all; slips in the room go into the box and are typed in by nobody.',
  derails: [
    { when: 'Somebody wants to say it aloud.', then: 'Say: “Write it first, then tell me outside. I want both.”' },
    { when: 'A line names a colleague.', then: 'Leave it out of everything you pass on, and say at the next run that names are not read.' },
  ],
}
