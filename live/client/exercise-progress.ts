import type { ExerciseProgress, LiveState } from '../domain/state.ts'
import { plural } from './plural.ts'

/** An exercise's name from its id: "Energy audit". */
function exerciseName(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How far private work is, for the presenter; null while no exercise is on. Counts only: nobody sees content. */
export function progressOn({ slide, presenter }: Pick<LiveState, 'slide' | 'presenter'>): string | null {
  const exercise = slide?.exercise
  if (!exercise)
    return null
  const { began, finished } = presenter?.progress[exercise] ?? { began: 0, finished: 0 }
  return began === 0
    ? `${exerciseName(exercise)}: no phone has begun yet.`
    : `${exerciseName(exercise)}: ${plural(began, 'phone')} began, ${finished} finished.`
}

/** Which work the end of the session would meet unfinished, as a sentence; empty when none. */
export function unfinished(progress: Readonly<Record<string, ExerciseProgress>>): string {
  const open = Object.entries(progress).filter(([, { began, finished }]) => began > finished)
  return open.length === 0
    ? ''
    : `Not finished: ${open.map(([id, { began, finished }]) => `${exerciseName(id)} on ${plural(began - finished, 'phone')}`).join(', ')}.`
}
