import type { Agenda } from './agenda.ts'
import type { Format } from './exercise.ts'
import { DefinitionError } from '../live/domain/define-polls.ts'
import { agenda, formats, runSheet } from './agenda.ts'
import { allSections } from './sections.ts'

const file = 'exercises/agenda.ts'

/** The same section twice in a list, or `undefined`. */
function twice(ids: readonly string[]): string | undefined {
  return ids.find((id, i) => ids.indexOf(id) !== i)
}

function checkMinutes(plan: Agenda, format: Format): void {
  for (const { id, minutes } of plan.sections) {
    const own = minutes[format]
    const field = `section "${id}", field "minutes.${format}"`
    if (!own)
      continue
    if (![own.planned, own.from, own.to].every(value => Number.isInteger(value) && value >= 0))
      throw new DefinitionError(`${file}: ${field}: minutes are whole numbers from 0.`)
    if (own.from > own.planned || own.planned > own.to)
      throw new DefinitionError(`${file}: ${field}: ${own.planned} is not between ${own.from} and ${own.to}.`)
  }
  const sum = plan.sections.reduce((total, { minutes }) => total + (minutes[format]?.planned ?? 0), 0)
  if (sum !== format)
    throw new DefinitionError(`${file}: field "minutes.${format}": the sections add up to ${sum} minutes, not ${format}. Change one section's "planned".`)
}

function checkCuts(plan: Agenda, format: Format): void {
  const cuts = plan.cuts[format]
  const double = twice(cuts.map(cut => cut.section))
  if (double !== undefined)
    throw new DefinitionError(`${file}: field "cuts.${format}": "${double}" is cut twice.`)
  for (const cut of cuts) {
    const field = `field "cuts.${format}", section "${cut.section}"`
    const section = plan.sections.find(one => one.id === cut.section)
    const own = section?.minutes[format]
    if (!section || !own)
      throw new DefinitionError(`${file}: ${field}: the ${format}-minute workshop has no such section.`)
    if (section.tier === 'must keep')
      throw new DefinitionError(`${file}: ${field}: this section must be kept. Cut another one, or change its "tier".`)
    if (!Number.isInteger(cut.minutes) || cut.minutes < 1 || own.planned - cut.minutes < own.from)
      throw new DefinitionError(`${file}: ${field}: ${cut.minutes} minutes cannot be won from ${own.planned}, of which ${own.from} must stay.`)
  }
}

function checkCheckpoints(plan: Agenda, format: Format): void {
  const rows = runSheet(format, 0, plan)
  for (const { name, section, at } of plan.checkpoints[format]) {
    const start = rows.find(row => row.id === section)?.start
    if (start !== at)
      throw new DefinitionError(`${file}: field "checkpoints.${format}": "${name}" is set at ${at}, but section "${section}" ${start === undefined ? 'does not exist in this format' : `starts at ${start}`}.`)
  }
}

/**
 * Proves that the agenda adds up: the minutes of each format, their ranges, its cuts and its checkpoints.
 * @throws DefinitionError naming the file and the field, at the first mistake
 */
export function checkAgenda(plan: Agenda = agenda): void {
  const double = twice(plan.sections.map(section => section.id))
  if (double !== undefined)
    throw new DefinitionError(`${file}: field "sections": "${double}" stands there twice.`)
  const untimed = allSections.find(({ id }) => id !== 'sources' && !plan.sections.some(section => section.id === id))
  if (untimed)
    throw new DefinitionError(`${file}: field "sections": "${untimed.id}" of exercises/sections.ts has no minutes. Add a line for it.`)
  for (const format of formats) {
    checkMinutes(plan, format)
    checkCuts(plan, format)
    checkCheckpoints(plan, format)
  }
}
