import type { ScoredReading } from './scoring.ts'
import { axisName } from './items.ts'

/** A measure drawn as wide as its error. All numbers are points. */
export interface Bar {
  id: 'people' | 'systems' | 'difference'
  label: string
  at: number
  /** The error: `at` and this much to either side. */
  band: number
  /** What is drawn of it, within the scale. */
  from: number
  to: number
  /** The end of the scale beyond which it reaches; null for none. */
  beyond: 'left' | 'right' | null
  /** What the left end, zero and the right end of the scale mean. */
  ends: [left: string, zero: string, right: string]
  /** The same number on the paper form, where nobody adds negative points. */
  paper: string
  /** The bar in words, for somebody who cannot see it. */
  spoken: string
}

/**
 * The scale of all three bars, in points, so that equal numbers are equally long. It holds an axis with its error; a
 * larger difference runs off its end.
 */
export const barScale = { min: -18, max: 18, ticks: [-14, -7, 0, 7, 14] } as const

/** What zero counts on the paper form, where a rating of −2 is 0 points. */
const paperMiddle = 14

/** Points to either side of an axis within which its true value most likely lies: its standard error of 2.4, rounded up. */
export const axisHalfWidth = 3

/** Three bars: each side, and the difference, which is the one the lean is read from. */
export function barsOf(reading: ScoredReading): Bar[] {
  return [axisBar('people', reading.people), axisBar('systems', reading.systems), differenceBar(reading)]
}

/** Points with a sign: "+3", "0", "−12". */
export function signed(points: number): string {
  if (points === 0)
    return '0'
  return points > 0 ? `+${points}` : `−${-points}`
}

function axisBar(id: 'people' | 'systems', at: number): Bar {
  return {
    ...drawn(at, axisHalfWidth),
    id,
    label: axisName[id],
    ends: ['drains me', 'neither', 'feeds me'],
    paper: `${at + paperMiddle} on paper`,
    spoken: `${axisName[id]}: ${signed(at)}, give or take ${axisHalfWidth}, where −14 drains me, 0 is neither and +14 feeds me`,
  }
}

function differenceBar({ difference, band }: ScoredReading): Bar {
  const touches = Math.abs(difference) <= band
  return {
    ...drawn(difference, band),
    id: 'difference',
    label: 'The difference',
    ends: ['systems', 'zero', 'people'],
    paper: `${Math.abs(difference)} on paper`,
    spoken: `The difference, people minus systems: ${signed(difference)}, give or take ${band}; the bar ${touches ? 'touches' : 'does not touch'} zero`,
  }
}

function drawn(at: number, band: number): Pick<Bar, 'at' | 'band' | 'from' | 'to' | 'beyond'> {
  const { min, max } = barScale
  const within = (points: number): number => Math.min(Math.max(points, min), max)
  return { at, band, from: within(at - band), to: within(at + band), beyond: at + band > max ? 'right' : at - band < min ? 'left' : null }
}
