import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  id: 'exit-ticket',
  materials: ['one printed slip for each person at 45 minutes, otherwise for those without a phone', 'a box or an envelope at the door'],
  says: [
    'One thing to keep, one thing to change. Nobody but me reads it, and I read it tonight.',
    'I stay here for a quarter of an hour, for anybody who wants to talk alone.',
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
