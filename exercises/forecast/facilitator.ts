import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  id: 'forecast',
  materials: ['one forecast sheet, one envelope and one label for each person', 'the date of day 90, written large where everybody sees it'],
  says: [
    'How will your trial have felt by its last day? A number and one reason. You may well be wrong, and that is the point.',
    'Paper goes into the envelope, today’s date and the day to open it on the outside: day 90, or the day after your trial ends if that is later. It stays with you.',
    'Phone: choose whether the forecast goes into the calendar with the reminder. The phone keeps what you wrote until you close its last page, and sends it nowhere.',
    'When the day comes, write down what you think you wrote before you look.',
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
