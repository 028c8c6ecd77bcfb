import type { LogEntry, LogEvent } from '../../live/domain/timing.ts'
import { describe, expect, it } from 'vitest'
import { planOf } from '../../exercises/agenda-plan.ts'
import { formats } from '../../exercises/agenda.ts'
import { paceAt } from '../../live/domain/pacing.ts'
import { steadyClock } from '../../live/domain/steady-clock.ts'
import { actualMinutes, standingAt } from '../../live/domain/timing.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { samplePlan } from './sample-plan.ts'

const TEN = Date.parse('2026-11-23T10:00:00.000Z')
const at = (minutes: number): string => new Date(TEN + minutes * 60_000).toISOString()

type Line = [minutes: number, event: LogEvent, section: string]
const logOf = (lines: readonly Line[]): LogEntry[] => lines.map(([minutes, event, section]) => ({ at: at(minutes), event, section }))

/** `section: minutes, from to`, with minutes after ten. */
function told(lines: readonly Line[], until: number): string[] {
  const minute = (time: string): number => (Date.parse(time) - TEN) / 60_000
  return actualMinutes(logOf(lines), TEN + until * 60_000)
    .map(({ section, minutes, startedAt, endedAt }) => `${section}: ${minutes}, ${minute(startedAt)} to ${endedAt === null ? 'now' : minute(endedAt)}`)
}

const begun: Line[] = [[0, 'start', 'welcome'], [5, 'section', 'fork'], [14, 'section', 'roles']]

describe('what each section took', () => {
  it.each<[string, Line[], number, string[]]>([
    ['before the start: nothing', [], 3, []],
    ['one after the other, the last one still on', begun, 20, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 6, 14 to now']],
    ['the end ends the last one', [...begun, [30, 'end', 'roles']], 500, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 16, 14 to 30']],
    ['a pause does not count', [...begun, [20, 'pause', 'roles'], [35, 'resume', 'roles'], [40, 'section', 'energy']], 41, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 11, 14 to 40', 'energy: 1, 40 to now']],
    ['a pause that goes on', [...begun, [20, 'pause', 'roles']], 90, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 6, 14 to now']],
    ['slides shown in a pause take no time', [...begun, [20, 'pause', 'roles'], [22, 'section', 'energy'], [30, 'resume', 'energy']], 34, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 6, 14 to 22', 'energy: 4, 22 to now']],
    ['ended in a pause', [...begun, [20, 'pause', 'roles'], [50, 'end', 'roles']], 60, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 6, 14 to 50']],
    ['a jump back adds to the earlier section', [...begun, [16, 'section', 'fork'], [18, 'section', 'roles']], 30, ['welcome: 5, 0 to 5', 'fork: 11, 5 to 14', 'roles: 14, 18 to now']],
    ['a look ahead is not when it took place', [...begun, [16, 'section', 'close'], [17, 'section', 'roles'], [30, 'section', 'close']], 38, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 15, 17 to 30', 'close: 9, 30 to now']],
    ['a section that was skipped is not there', [...begun, [30, 'section', 'try']], 31, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 16, 14 to 30', 'try: 1, 30 to now']],
    ['a second start: what was before counts no more', [...begun, [60, 'start', 'welcome'], [64, 'section', 'fork']], 66, ['welcome: 4, 60 to 64', 'fork: 2, 64 to now']],
    ['a start ends a pause', [...begun, [20, 'pause', 'roles'], [60, 'start', 'welcome']], 64, ['welcome: 4, 60 to now']],
    ['a clock that went back: that line took no time, the next counts from where it was', [...begun, [10, 'section', 'energy'], [20, 'section', 'try']], 22, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 0, 14 to 14', 'energy: 6, 14 to 20', 'try: 2, 20 to now']],
    ['asked for a moment before the last line', begun, 6, ['welcome: 5, 0 to 5', 'fork: 9, 5 to 14', 'roles: 0, 14 to now']],
  ])('%s', (_, lines, until, expected) => {
    expect(told(lines, until)).toEqual(expected)
  })

  it.each<[string, Line[], number, ReturnType<typeof standingAt>]>([
    ['waiting', [], 5, { phase: 'waiting', section: null, elapsed: 0, spent: 0 }],
    ['running', begun, 20, { phase: 'running', section: 'roles', elapsed: 20, spent: 6 }],
    ['paused', [...begun, [20, 'pause', 'roles'], [25, 'section', 'fork']], 40, { phase: 'paused', section: 'fork', elapsed: 20, spent: 9 }],
    ['on again', [...begun, [20, 'pause', 'roles'], [30, 'resume', 'roles']], 32, { phase: 'running', section: 'roles', elapsed: 22, spent: 8 }],
    ['back after a look elsewhere', [...begun, [20, 'section', 'fork'], [21, 'section', 'roles']], 22, { phase: 'running', section: 'roles', elapsed: 22, spent: 7 }],
    ['over', [...begun, [20, 'end', 'roles']], 90, { phase: 'over', section: 'roles', elapsed: 20, spent: 6 }],
  ])('%s', (_, lines, now, expected) => {
    expect(standingAt(logOf(lines), TEN + now * 60_000)).toEqual(expected)
  })
})

describe('the pace in the presenter view', () => {
  const toEnergy: Line[] = [[0, 'start', 'welcome'], [5, 'section', 'fork'], [14, 'section', 'roles']]
  const late: Line[] = [...toEnergy, [34, 'section', 'energy']]

  it.each<[string, Line[], number, string]>([
    ['before the start', [], 3, 'waiting'],
    ['on time', toEnergy, 20, 'running, Two roles ends at 30, 0 behind, 0 ahead, cut nothing'],
    ['half a minute is on time', [...toEnergy, [30.4, 'section', 'energy']], 31, 'running, Follow your energy ends at 46, 0 behind, 0 ahead, cut nothing'],
    ['late', late, 36, 'running, Follow your energy ends at 46, 4 behind, 0 ahead, cut Buffer, 3'],
    ['later than the buffer lasts: the next cut is named', [...late, [55, 'section', 'try']], 57, 'running, Try it first ends at 61, 6 behind, 0 ahead, cut Switching costs, 5'],
    ['a pause moves the end', [...late, [36, 'pause', 'energy']], 46, 'paused, Follow your energy ends at 56, 4 behind, 0 ahead, cut Buffer, 3'],
    ['early', [...toEnergy, [28, 'section', 'energy']], 29, 'running, Follow your energy ends at 46, 0 behind, 2 ahead, cut nothing'],
    ['a look back does not start the section anew', [...toEnergy, [30, 'section', 'energy'], [35, 'section', 'roles'], [35.3, 'section', 'energy']], 40, 'running, Follow your energy ends at 46, 0 behind, 0 ahead, cut nothing'],
    ['a look far ahead leaves no lead behind', [...toEnergy, [20, 'section', 'switching'], [20.4, 'section', 'roles'], [74, 'section', 'switching']], 75, 'running, Switching costs ends at 82, 0 behind, 0 ahead, cut nothing'],
    ['at the sources', [...toEnergy, [92, 'section', 'sources']], 94, 'running, The workshop ends at 90, 4 behind, 0 ahead, cut nothing'],
  ])('%s', (_, lines, minute, expected) => {
    const { phase, section, behind, ahead, cut } = paceAt({ plan: samplePlan, log: logOf(lines) }, TEN + minute * 60_000)
    const ends = section && minute + section.endsInMs / 60_000
    expect(section ? `${phase}, ${section.title} ends at ${ends}, ${behind} behind, ${ahead} ahead, cut ${cut ? `${cut.title}, ${cut.minutes}` : 'nothing'}` : phase).toBe(expected)
  })
})

describe('a steady clock', () => {
  it.each<[string, steps: [wall: number, counter: number][], shown: number[]]>([
    ['follows the wall clock', [[0, 0], [5_000, 5_000], [9_000, 9_000]], [5_000, 9_000]],
    ['goes on when it is set back by an hour', [[0, 0], [60_000, 60_000], [-3_480_000, 120_000], [-3_420_000, 180_000]], [60_000, 120_000, 180_000]],
    ['stands still rather than go back, for a small correction', [[0, 0], [60_000, 60_000], [59_500, 60_100], [62_000, 62_600]], [60_000, 60_000, 62_000]],
    ['counts the time a laptop slept', [[0, 0], [60_000, 60_000], [660_000, 61_000]], [60_000, 660_000]],
  ])('%s', (_, steps, shown) => {
    let [wall, counter] = steps[0] ?? [0, 0]
    const clock = steadyClock(() => wall, () => counter)
    expect(steps.slice(1).map((step) => {
      [wall, counter] = step
      return clock()
    })).toEqual(shown)
  })
})

describe.each(formats)('%i minutes', (format) => {
  it('begin after a slide that this length has, in its first section', async () => {
    const { slides } = await readManifest(format)
    const plan = planOf(format)
    expect(slides.find(({ alias }) => alias === plan.arrival)?.section).toBe(plan.sections[0]?.id)
  })
})
