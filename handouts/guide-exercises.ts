import type { FacilitatorPart, Format, Minutes, ParticipantPart } from '../exercises/exercise.ts'
import type { Kit } from './kit.ts'
import { exerciseMatrix, exerciseMinutes } from '../exercises/agenda-matrix.ts'
import { formats } from '../exercises/agenda.ts'
import { exerciseIds } from '../exercises/registry.ts'

/** Both parts of an exercise, what one length does of it, and the section it begins in. */
export interface GuideExercise {
  id: string
  sheet: ParticipantPart
  part: FacilitatorPart
  how: string
  /** Id of the section of its first slide; empty for what is on no slide. */
  section: string
}

const sheets = import.meta.glob<ParticipantPart>('../exercises/*/participant.ts', { eager: true, import: 'participant' })
const parts = import.meta.glob<FacilitatorPart>('../exercises/*/facilitator.ts', { eager: true, import: 'facilitator' })
const all = exerciseIds.flatMap((id) => {
  const [sheet, part] = [sheets[`../exercises/${id}/participant.ts`], parts[`../exercises/${id}/facilitator.ts`]]
  return sheet && part ? [{ id, sheet, part }] : []
})

/** The exercises that take time in the kit's length of workshop, in the order of the deck. */
export function exercisesFor({ format, slides }: Pick<Kit, 'format' | 'slides'>): GuideExercise[] {
  return all.flatMap(({ id, sheet, part }) => {
    const row = exerciseMatrix.find(one => one.id === id)
    const own = row?.parts.filter(({ minutes }) => minutes[format]) ?? []
    const section = slides.find(({ alias }) => own.some(({ slide }) => slide === alias))?.section ?? ''
    return own.length > 0 ? [{ id, sheet, part, how: row?.how[format] ?? '', section }] : []
  })
}

/** How long something takes in each of some lengths. */
export interface TimedRow { title: string, minutes: readonly (Minutes | undefined)[] }

/** Everything that takes time in one length, with its minutes in all lengths that do any of it. */
export function minutesTable(format: Format): { lengths: readonly Format[], rows: readonly TimedRow[] } {
  const own = exerciseMatrix.filter(({ id }) => exerciseMinutes(id, format))
  const lengths = formats.filter(length => own.some(({ id }) => exerciseMinutes(id, length)))
  return { lengths, rows: own.map(({ id, title }) => ({ title, minutes: lengths.map(length => exerciseMinutes(id, length)) })) }
}
