/** What simulated people write. Some say the same in other words, to be put together; none of it is anybody's. */
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

/** Names a person: what the facilitator hides. One phone writes it. */
export const wordsToHide = 'ask Alex, who never reviews anything'
