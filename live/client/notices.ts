import type { LiveState } from '../domain/state.ts'
import { clockTime } from './clock-time.ts'
import { plural } from './plural.ts'

/** A line of the presenter view beside the one on the next click. */
export interface Notice {
  id: 'black' | 'screens' | 'rehearsal' | 'resumed'
  text: string
  /** What to type in the terminal. */
  command?: string
}

/** What the notices depend on beside the session's state. */
export interface Noticed {
  /** Whether the room's screens are black. */
  black: boolean
  /** Whether answers came since this window opened. */
  newAnswers: boolean
}

/** All notices that hold now, the most urgent first. */
export function noticesOf({ session, presenter }: LiveState, { black, newAnswers }: Noticed): Notice[] {
  const { rehearsal, minutes } = session
  const paused = presenter?.screens.paused ?? 0
  const resumed = newAnswers ? null : presenter?.resumed ?? null
  return [
    ...black ? [{ id: 'black', text: 'The projector is black. B, or a step on the clicker, shows the slide again.' } as const] : [],
    ...paused > 0 ? [{ id: 'screens', text: `${plural(paused, 'screen')} no longer ${paused === 1 ? 'follows' : 'follow'} you: somebody there pressed a key. “Follow the presenter” on ${paused === 1 ? 'it' : 'them'} brings ${paused === 1 ? 'it' : 'them'} back.` } as const] : [],
    ...rehearsal ? [{ id: 'rehearsal', text: `${rehearsalText(presenter?.simulated ?? 0)} For the real session stop it in the terminal and run`, command: `npm start ${minutes}` } as const] : [],
    ...resumed ? [{ id: 'resumed', text: `${goesOn(resumed)} A new group? Stop it in the terminal and run`, command: `npm start ${minutes} -- ${rehearsal ? '--rehearsal' : '--new'}` } as const] : [],
  ]
}

function rehearsalText(simulated: number): string {
  return simulated > 0
    ? `A rehearsal with ${plural(simulated, 'simulated phone')}: nothing of it is kept or exported.`
    : 'A rehearsal: results show from one answer on, and nothing of it is exported.'
}

function goesOn({ answers, startedAt }: { answers: number, startedAt: string }): string {
  return answers === 0
    ? `This session began at ${clockTime(startedAt)}; nobody has answered in it yet.`
    : `This session goes on: ${plural(answers, 'answer')} since ${clockTime(startedAt)}.`
}
