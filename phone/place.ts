import type { LiveState } from '../live/domain/state.ts'
import { activities } from './activities.ts'

/** What fills the page: an exercise by its id, the poll, or the note that nothing is on. */
export type Place = { at: 'activity', id: string } | { at: 'poll' } | { at: 'nothing' }

/** In the address after `#` for whoever chose the poll over the exercise that is on. */
export const POLL = 'poll'

/** Exercises this phone can open, in the order they came up. */
export function offeredActivities(state: LiveState): string[] {
  return state.activities.filter(id => id in activities)
}

/** Follows the room, unless the person chose a place: `chosen` is what stands in the address after `#`. */
export function placeOf(state: LiveState, chosen: string): Place {
  if (chosen === POLL && state.poll)
    return { at: 'poll' }
  if (offeredActivities(state).includes(chosen))
    return { at: 'activity', id: chosen }
  const current = state.slide?.activity
  if (current && current in activities)
    return { at: 'activity', id: current }
  return { at: state.poll ? 'poll' : 'nothing' }
}
