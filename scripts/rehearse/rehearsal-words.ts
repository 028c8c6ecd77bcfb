/** Answers of simulated people to a words poll. Some say the same in other words, to practise grouping. All are invented. */
export const ordinaryWords = [
  'no time',
  'No time.',
  'not enough time',
  'too many meetings',
  'meetings all day',
  'no clear goal',
  'nobody decides',
  'unclear who decides',
  'keep the pairs',
  'more breaks',
  'two bosses',
  'no deputy',
  'reviews wait for one person',
  'keine Zeit',
  'لا وقت',
  'it depends',
]

/** A word that names a person, to practise hiding. One phone writes it. */
export const wordsToHide = 'ask Alex, who never reviews anything'
