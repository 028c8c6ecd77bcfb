import type { LiveState, PollState } from '../live/domain/state.ts'

/** What is on in the room, as far as it concerns phones. `asks`: a question waits for this person's answer. */
export type OnNow
  = | { at: 'question', poll: PollState, asks: boolean }
    | { at: 'exercise', id: string }
    | { at: 'talk' }
    | { at: 'end' }

/** The address's fragment for a person who stays at the question although an exercise is on. */
export const QUESTION = 'question'

/** What is on now. A question that waits for an answer comes before the exercise of the slide. */
export function onNow({ session, poll, slide }: LiveState, asks: boolean): OnNow {
  if (session.ended)
    return { at: 'end' }
  if (poll && (asks || !slide?.exercise))
    return { at: 'question', poll, asks }
  return slide?.exercise ? { at: 'exercise', id: slide.exercise } : { at: 'talk' }
}

/** What this phone shows: what is on in the room, unless the person chose another place. `chosen` is the address's fragment. */
export function locationOf(state: LiveState, chosen: string, asks: boolean): OnNow {
  if (state.exercises.includes(chosen))
    return { at: 'exercise', id: chosen }
  if (chosen === QUESTION && state.poll && !state.session.ended)
    return { at: 'question', poll: state.poll, asks }
  return onNow(state, asks)
}

/** A key that is equal for two locations that look the same to the person. */
export function locationKey(place: OnNow): string {
  return place.at === 'exercise' ? place.id : place.at === 'question' ? `${QUESTION} ${place.poll.poll.id}` : place.at
}
