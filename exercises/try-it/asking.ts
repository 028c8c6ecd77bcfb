/** Three sentences to ask with, in the order in which they are said. Dots are for the asker's own words. */
export const askingSentences = [
  { what: 'Say what it is, and that it ends.', say: '“I would like to try … for … weeks. It ends on …, however it goes.”' },
  { what: 'Say what it costs, and what goes.', say: '“It takes about … hours a week. To make room, I would leave … to …”' },
  { what: 'Ask for one thing.', say: '“Will you say yes to that, and give me ten minutes half-way?”' },
] as const

/** Likely replies of the sponsor, and what to do after each. */
export const askingAnswers = [
  { answer: 'Yes', then: 'Thank them, name the first day, and put the half-way talk into both calendars before you leave the room.' },
  { answer: 'Later', then: 'Ask what has to happen first, and for the day on which you may ask again. Offer the smallest start: one meeting, one page, one week.' },
  { answer: 'No', then: 'Ask what makes it a no: the time, the work, or you. Then choose a trial that needs no yes, or somebody else whose yes is enough. You have learned something about this place, too.' },
] as const
