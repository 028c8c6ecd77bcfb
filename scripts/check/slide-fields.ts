import type { Frontmatter } from '../../setup/slide-rules.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { claims } from '../../exercises/claims.ts'
import { polls } from '../../exercises/polls.ts'
import { exerciseIds } from '../../exercises/registry.ts'
import { allSections, sections } from '../../exercises/sections.ts'
import { lineMisfit } from '../../live/domain/poll-fit.ts'
import { formats } from '../../setup/slide-rules.ts'
import { namesLike } from '../lib/closest.ts'
import { root } from '../lib/paths.ts'
import { missingPicture } from './slide-words.ts'

/** Names of the layouts. */
export const layouts = readdirSync(join(root, 'layouts')).filter(name => name.endsWith('.vue')).map(name => name.slice(0, -'.vue'.length))
const claimIds = claims.map(claim => claim.id)
const lengths: readonly number[] = formats
const stops: readonly number[] = sections.flatMap(section => section.stop ?? [])

/** Completes "slide "toll": …" for a value that a field may not have. */
type Check = (value: unknown) => string | null

const text: Check = value => typeof value === 'string' && value.trim() !== '' ? null : 'must be words'
/** For fields whose values the manifest's check knows. */
const anything: Check = () => null
const truth: Check = value => typeof value === 'boolean' ? null : 'is true or false'

function number(allowed: string, isAllowed: (value: number) => boolean): Check {
  return value => typeof value === 'number' && isAllowed(value) ? null : `is "${String(value)}". It takes ${allowed}`
}

function oneOf(kind: string, names: readonly string[], where: string): Check {
  return value => names.includes(String(value)) ? null : `is "${String(value)}", and there is no such ${kind} in ${where}. ${namesLike(String(value), names)}`
}

const aClaim = oneOf('claim', claimIds, 'exercises/claims.ts')

/** The kit's own fields with their checks. A new field is added here. */
const own: Readonly<Record<string, Check>> = {
  layout: oneOf('shape', layouts, 'layouts/'),
  routeAlias: anything,
  reader: text,
  formats: (value) => {
    const odd = [value].flat().find(one => !lengths.includes(Number(one)))
    return odd === undefined ? null : `must be a list of one or more of ${lengths.join(', ')}, not "${String(odd)}"`
  },
  claim: aClaim,
  claims: (value) => {
    if (!Array.isArray(value) || value.length === 0)
      return 'must be a list of ids, such as [F1, F5]'
    const twice = value.find((id, i) => value.indexOf(id) !== i)
    return twice === undefined ? value.map(aClaim).find(problem => problem !== null) ?? null : `names "${String(twice)}" twice. Take one out`
  },
  poll: anything,
  afterwards: text,
  readAloud: value => value === true ? null : 'is true, or is not there',
  exercise: oneOf('exercise', exerciseIds, 'exercises/registry.ts'),
  stop: value => typeof value === 'number' && stops.includes(value) ? null : `is "${String(value)}". It is the number of a stop in exercises/sections.ts: ${stops.join(', ')}`,
  section: oneOf('section', allSections.map(({ id }) => id), 'exercises/sections.ts'),
}

/** Fields of Slidev that a slide may use as well. */
const slidev: Readonly<Record<string, Check>> = {
  title: text,
  class: anything,
  clicks: number('a whole number from 0 on', value => Number.isInteger(value) && value >= 0),
  clicksStart: number('a whole number from 0 on', value => Number.isInteger(value) && value >= 0),
  transition: anything,
  background: value => typeof value === 'string' && value.startsWith('/') ? missingPicture(value, 'is a picture, and') : null,
  zoom: number('a number above 0, such as 0.8', value => value > 0),
  preload: truth,
  level: anything,
  hideInToc: truth,
  dragPos: anything,
  hide: truth,
  disabled: truth,
  src: anything,
}

const checks = { ...own, ...slidev }
const fieldNames = Object.keys(checks)

/** The field without which a layout has nothing to show: what it declares and hands to `SlideHelp`. */
export function neededBy(layout: string): string | undefined {
  return /<SlideHelp [^>]+ field="(\w+)"/.exec(readFileSync(join(root, 'layouts', `${layout}.vue`), 'utf8'))?.[1]
}

/** What is wrong with the fields of one slide as they were written, and with which of them; null if nothing is. */
export function fieldProblem(fields: Frontmatter): { field: string, problem: string } | null {
  for (const [field, value] of Object.entries(fields)) {
    if (!fieldNames.includes(field))
      return { field, problem: `is no field of a slide. ${namesLike(field, fieldNames)}` }
    if (value === null || value === undefined)
      return { field, problem: 'has no value. Write one, or take the field out' }
    const problem = checks[field]?.(value) ?? null
    if (problem !== null)
      return { field, problem }
  }
  const under = typeof fields.afterwards === 'string' ? lineMisfit(polls.find(({ id }) => id === fields.poll), fields.afterwards) : null
  if (under !== null)
    return { field: 'afterwards', problem: under }
  if (fields.afterwards !== undefined && fields.poll === undefined)
    return { field: 'afterwards', problem: 'stands under the result of a poll, and this slide asks none. Write the field "poll" as well, or take it out' }
  const layout = typeof fields.layout === 'string' ? fields.layout : undefined
  const needed = layout === undefined ? undefined : neededBy(layout)
  if (needed !== undefined && fields[needed] === undefined)
    return { field: 'layout', problem: `is "${layout}", which needs the field "${needed}". Write it below` }
  return null
}
