/** From −2, the worst, to +2, the best. */
export type Rating = -2 | -1 | 0 | 1 | 2

/** One step of a scale, as it is written beside its words. */
export interface RatingStep { rating: Rating, sign: string, label: string }

/** A scale of ratings in words, from the worst to the best; its middle always reads the same. */
export function ratingScale(worst: string, bad: string, good: string, best: string): readonly RatingStep[] {
  return [
    { rating: -2, sign: '−2', label: worst },
    { rating: -1, sign: '−1', label: bad },
    { rating: 0, sign: '0', label: 'Neither, or cannot tell' },
    { rating: 1, sign: '+1', label: good },
    { rating: 2, sign: '+2', label: best },
  ]
}
