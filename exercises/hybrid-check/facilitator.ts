import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  id: 'hybrid-check',
  materials: ['The workbook page, for anybody without a phone'],
  says: [
    'This one is for those who hold both jobs today. Everybody else: think of somebody who does, and do not name them.',
    'Five facts about the last four weeks. Look at your calendar, not at your conscience.',
    'It is private, like the audit. What you do with the result is up to you.',
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
    { when: 'Somebody with both jobs feels attacked', then: 'Say: “This measures the job, not you. The same week would break anybody.”' },
    { when: 'Somebody says that it works well for them', then: 'Say: “It can: with a small team, or after years in both jobs. What is the end date?”' },
    { when: 'A number is asked for out loud', then: 'Say: “The number stays private. The five facts we can talk about.”' },
  ],
}
