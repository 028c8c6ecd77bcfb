import type { LiveState } from '../live/domain/state.ts'

/** What fills the page: an exercise by its id, the poll, or the note that nothing is on. */
export type Place = { at: 'activity', id: string } | { at: 'poll' } | { at: 'nothing' }

/** In the address after `#` for whoever chose the poll over the exercise that is on. */
export const POLL = 'poll'

/** Follows the room, unless the person chose a place: `chosen` is what stands in the address after `#`. */
export function placeOf({ poll, slide, activities }: LiveState, chosen: string): Place {
  if (chosen === POLL && poll)
    return { at: 'poll' }
  const id = activities.includes(chosen) ? chosen : slide?.activity
  if (id)
    return { at: 'activity', id }
  return { at: poll ? 'poll' : 'nothing' }
}
