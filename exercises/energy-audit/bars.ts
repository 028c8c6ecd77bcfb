import type { ScoredReading } from './scoring.ts'
import { axisName } from './items.ts'

/** A measure drawn as wide as its error. All numbers are points; `from` and `to` stay within `min` and `max`. */
export interface Bar {
  id: 'people' | 'systems' | 'difference'
  label: string
  at: number
  from: number
  to: number
  min: number
  max: number
  /** What the left end, zero and the right end of the scale mean. */
  ends: [left: string, zero: string, right: string]
  /** The bar in words, for somebody who cannot see it. */
  spoken: string
}

/** Points to either side of an axis within which its true value most likely lies. */
export const axisHalfWidth = 4

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
    id,
    label: axisName[id],
    at,
    from: at - axisHalfWidth,
    to: at + axisHalfWidth,
    min: -18,
    max: 18,
    ends: ['drains me', 'neither', 'feeds me'],
    spoken: `${axisName[id]}: ${signed(at)}, give or take ${axisHalfWidth}, where −14 drains me, 0 is neither and +14 feeds me`,
  }
}

function differenceBar({ difference, band }: ScoredReading): Bar {
  const touches = Math.abs(difference) <= band
  return {
    id: 'difference',
    label: 'The difference',
    at: difference,
    from: difference - band,
    to: difference + band,
    min: -36,
    max: 36,
    ends: ['systems', 'zero', 'people'],
    spoken: `The difference, people minus systems: ${signed(difference)}, give or take ${band}; the bar ${touches ? 'touches' : 'does not touch'} zero`,
  }
}
