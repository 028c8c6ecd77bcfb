import type { Section } from '../../exercises/sections.ts'

/** A section on a line that runs down a page, at its height in pixels. */
export interface Halt { id: Section['id'] | 'buffer', stop: number | null, y: number }

/** Half the distance between the lines' centres: where they run side by side, and where they have parted. */
export interface Spread { close: number, apart: number }

type Point = readonly [x: number, y: number]

/** Corners of the lines of a session, downwards; x counts from the middle. */
export interface SessionLines {
  /** Before the fork, and of a session without stops. */
  ink: readonly Point[]
  people: readonly Point[]
  systems: readonly Point[]
}

/**
 * One line runs from the first section to the first stop and becomes two there. They come together where one person holds
 * both jobs and at the last stop, and part in between as far as there is room for the bends.
 */
export function linesThrough(halts: readonly Halt[], start: number, end: number, { close, apart }: Spread): SessionLines {
  const stops = halts.filter(({ stop }) => stop !== null)
  const [first, last] = [stops.at(0), stops.at(-1)]
  if (!first || !last)
    return { ink: [[0, start], [0, end]], people: [], systems: [] }
  const meet = stops.filter(halt => halt === first || halt === last || halt.id === 'hybrid')
  const half: Point[] = meet.flatMap((halt, i): Point[] => {
    const next = meet[i + 1]
    if (!next)
      return [[close, halt.y], [close, end]]
    const rise = Math.min(apart - close, (next.y - halt.y) / 2)
    return [[close, halt.y], [close + rise, halt.y + rise], [close + rise, next.y - rise]]
  })
  const side = (sign: 1 | -1): Point[] => half.map(([x, y]) => [sign * x, y])
  return { ink: start < first.y ? [[0, start], [0, first.y]] : [], people: side(-1), systems: side(1) }
}

/** Half of the distance between the lines at a height. */
export function halfAt({ people }: SessionLines, y: number): number {
  return Math.abs(people.findLast(([, at]) => at <= y)?.[0] ?? 0)
}

/** The height half-way through the longest stretch on which the lines run straight and parted. */
export function middleOfLongest({ people }: SessionLines): number {
  const runs = people.slice(1).flatMap(([x, y], i) => people[i]?.[0] === x ? [{ from: people[i][1], to: y }] : []).slice(0, -1)
  const longest = runs.toSorted((a, b) => (b.to - b.from) - (a.to - a.from))[0]
  return longest ? (longest.from + longest.to) / 2 : 0
}
