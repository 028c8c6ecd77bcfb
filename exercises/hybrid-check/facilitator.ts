import type { FacilitatorPart } from '../exercise.ts'
import { sheetNames } from '../sheets.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    `${sheetNames.hybrid}, for those without a phone`,
  ],
  goodLooksLike: [
    'People look things up instead of guessing.',
    'Somebody with both jobs says what they will ask for, without having been asked for their result.',
  ],
  debrief: [
    'Which of the five would be cheapest to change this month?',
    'Who would have to agree to a date for the split?',
  ],
  remote: 'Paste the five facts into the chat and keep two minutes of silence. Nobody posts a number.',
  hybrid: 'Everybody uses their own device. Ask for reactions first from those on the call.',
  derails: [
    { when: 'Somebody with both jobs feels attacked.', then: 'Say: “This measures the job, not you. The same week would break anybody.”' },
    { when: 'Somebody says that it works well for them.', then: 'Say: “It can: with a small team, or after years in both jobs. What is the end date?”' },
    { when: 'A number is asked for out loud.', then: 'Say: “The number stays private. The five facts we can talk about.”' },
  ],
}
