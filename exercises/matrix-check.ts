import type { MatrixRow } from './agenda-matrix.ts'
import { DefinitionError } from '../live/domain/define.ts'
import { exerciseMatrix } from './agenda-matrix.ts'
import { formats } from './agenda.ts'
import { polls } from './polls.ts'

const file = 'exercises/agenda-matrix.ts'

/** A poll on a slide, and the lengths that show the slide; null for all. */
export interface AskedOn { poll: string | null, file: string, line: number, formats: readonly number[] | null }

/**
 * Proves that each length asks on its slides what it is said to ask, each poll once.
 * @throws DefinitionError naming the file and the poll, at the first mistake
 */
export function checkMatrix(slides: readonly AskedOn[], rows: readonly MatrixRow[] = exerciseMatrix): void {
  const ids = polls.map(poll => poll.id as string)
  for (const format of formats) {
    const carried = rows.flatMap(row => row[format]?.polls ?? [])
    const unknown = carried.find(id => !ids.includes(id))
    if (unknown !== undefined)
      throw new DefinitionError(`${file}: the ${format} minutes carry poll "${unknown}", which is not in exercises/polls.ts. There are: ${ids.join(', ')}.`)
    const twice = carried.find((id, i) => carried.indexOf(id) !== i)
    if (twice !== undefined)
      throw new DefinitionError(`${file}: the ${format} minutes carry poll "${twice}" twice. Take it out of one row.`)
  }
  for (const { poll, file: page, line, formats: shown } of slides.filter(slide => slide.poll !== null)) {
    const asking = formats.filter(format => shown === null || shown.includes(format))
    const carrying = formats.filter(format => rows.some(row => row[format]?.polls.includes(poll ?? '')))
    const bare = asking.find(format => !carrying.includes(format))
    if (bare !== undefined)
      throw new DefinitionError(`${file}: ${carrying.length === 0 ? 'no length carries' : `the ${bare} minutes do not carry`} poll "${poll}", and ${page}:${line} asks it. Add "${poll}" to the polls of a row there, or leave ${bare} out of the slide's formats.`)
  }
  for (const format of formats) {
    const lost = rows.flatMap(row => row[format]?.polls ?? []).find(id => !slides.some(({ poll, formats: shown }) => poll === id && (shown === null || shown.includes(format))))
    if (lost !== undefined)
      throw new DefinitionError(`${file}: the ${format} minutes carry poll "${lost}", and no slide of that length asks it. Add ${format} to the formats of its slide, or take the poll out of the row.`)
  }
}
