import type { LiveState } from '../live/domain/state.ts'

/** What fills the page: an exercise by its id, the poll, or the note that nothing is on. */
export type Place = { at: 'activity', id: string } | { at: 'poll' } | { at: 'nothing' }

/** In the address after `#` for whoever is at the poll although an exercise is on. */
export const POLL = 'poll'

/**
 * Follows the room, unless the person chose a place: `chosen` is what stands in the address after `#`.
 * A question that waits for an answer (`asks`) comes before the exercise of the slide.
 */
export function placeOf({ poll, slide, activities }: LiveState, chosen: string, asks: boolean): Place {
  if (activities.includes(chosen))
    return { at: 'activity', id: chosen }
  if (poll && (asks || chosen === POLL || !slide?.activity))
    return { at: 'poll' }
  return slide?.activity ? { at: 'activity', id: slide.activity } : { at: 'nothing' }
}
