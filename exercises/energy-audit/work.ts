import type { ReadWork } from '../exercise.ts'
import { noWork } from '../exercise.ts'
import { answersOf, isAtReading, isBegun } from './audit.ts'
import { barsOf, signed } from './bars.ts'
import { itemText } from './items.ts'
import { scoreAudit } from './scoring.ts'
import { everyResultEnds, sentencesFor } from './sentences.ts'
import { openAudit } from './storage.ts'
import { strongestLines } from './strongest.ts'

/** The strongest lines, the bars with their band and the reading. Finished when the reading has been opened. */
export const readWork: ReadWork = (session) => {
  const audit = openAudit(session).read()
  if (!isBegun(audit))
    return noWork
  const answers = answersOf(audit)
  const reading = scoreAudit(answers)
  const bars = reading.lean === 'none' ? [] : barsOf(reading).map(({ label, at, band }) => `${label}: ${signed(at)} ± ${band}`)
  const strong = strongestLines(answers).flatMap(({ title, items }) => items.map(id => `${title}: ${itemText[id]}`))
  const lines = [...strong, ...bars, ...sentencesFor(reading).map(({ title, text }) => `${title}. ${text}`), ...everyResultEnds]
  return { stage: isAtReading(audit) ? 'finished' : 'began', takeaway: { title: 'Energy audit', lines } }
}
