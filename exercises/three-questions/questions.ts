/** What the sheet for it is called. */
export const reunionSheet = 'Three questions, and the next date'

/** What partners ask each other at the reunion, in this order. The slide shows the same. */
export const reunionQuestions = [
  'Which part of it would you do again next week?',
  'What was different from what you had expected?',
  'What do you know now that nobody could have told you?',
] as const
