/**
 * `start`: the workshop begins, and what was logged before counts no more. `section`: another section came up.
 * `end`: the session is over.
 */
export type LogEvent = 'start' | 'section' | 'pause' | 'resume' | 'end'

/** One line of a session's log. Lines are only ever added. */
export interface LogEntry {
  /** ISO 8601. */
  at: string
  event: LogEvent
  /** Id of the section that was on then. */
  section: string
}

/** A stay in one section, pauses included in `from` and `to` but not in `ms`. Times in milliseconds since 1970. */
interface Visit { section: string, from: number, to: number, ms: number }

interface Course { phase: 'waiting' | 'running' | 'paused' | 'over', visits: Visit[] }

/** The workshop's clock at a moment. */
export interface Standing {
  phase: Course['phase']
  /** Id of the section that is on; null before the start. */
  section: string | null
  /** Minutes since the start, pauses left out. */
  elapsed: number
  /** Those of them that went into this section, in however many visits. */
  spent: number
}

/** The time a section took. `startedAt` and `endedAt` are those of its longest visit; other visits only add minutes. */
export interface ActualMinutes {
  section: string
  /** Pauses left out, rounded. */
  minutes: number
  /** ISO 8601. */
  startedAt: string
  /** Null while it is still on. */
  endedAt: string | null
}

const MINUTE_MS = 60_000

/** Reads the log from its last `start` on. A line that seems earlier than the one before it counts as no time. */
function courseOf(log: readonly LogEntry[], until: number): Course {
  const visits: Visit[] = []
  let phase: Course['phase'] = 'waiting'
  let now = 0
  function goOn(to: number): void {
    const visit = visits.at(-1)
    if (visit && phase !== 'over') {
      visit.to = Math.max(now, to)
      visit.ms += phase === 'running' ? visit.to - now : 0
    }
    now = Math.max(now, to)
  }
  const begin = log.findLastIndex(({ event }) => event === 'start')
  for (const { at, event, section } of begin < 0 ? [] : log.slice(begin)) {
    goOn(Date.parse(at))
    if (visits.at(-1)?.section !== section)
      visits.push({ section, from: now, to: now, ms: 0 })
    if (event !== 'section')
      phase = event === 'pause' ? 'paused' : event === 'end' ? 'over' : 'running'
  }
  goOn(until)
  return { phase, visits }
}

function minutesOf(visits: readonly Visit[]): number {
  return visits.reduce((sum, { ms }) => sum + ms, 0) / MINUTE_MS
}

/** The workshop's clock at a moment, given in milliseconds since 1970. */
export function standingAt(log: readonly LogEntry[], now: number): Standing {
  const { phase, visits } = courseOf(log, now)
  const section = visits.at(-1)?.section ?? null
  return { phase, section, elapsed: minutesOf(visits), spent: minutesOf(visits.filter(visit => visit.section === section)) }
}

/** The sections that came up, in the order in which they did, up to a moment in milliseconds since 1970. */
export function actualMinutes(log: readonly LogEntry[], now: number): ActualMinutes[] {
  const { phase, visits } = courseOf(log, now)
  return [...Map.groupBy(visits, ({ section }) => section)].map(([section, own]) => {
    const longest = own.reduce((one, other) => other.ms > one.ms ? other : one)
    const isOn = longest === visits.at(-1) && phase !== 'over'
    return {
      section,
      minutes: Math.round(minutesOf(own)),
      startedAt: new Date(longest.from).toISOString(),
      endedAt: isOn ? null : new Date(longest.to).toISOString(),
    }
  })
}
