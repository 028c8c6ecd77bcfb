import type { Stage } from '../live/domain/state.ts'
import { createApp, h, shallowRef } from 'vue'
import { exercises } from './activities.ts'
import PhoneExercises from './PhoneExercises.vue'
import { workIn } from './work.ts'

/** What the exercises' part of the page shows. */
export interface ExercisesProps {
  /** The exercise somebody is in, by id. */
  current: string | null
  /** The others that can be opened from here. */
  others: string[]
  session: string
  /** True on the last page, where what was made may be taken along. */
  isLast: boolean
}

export interface Exercises {
  show: (props: ExercisesProps) => void
  /** Fetches every exercise, so that each opens without a connection. */
  loadAll: () => void
}

/** Opens the exercises' part. `onWork` is called when somebody does something in an exercise, with how far it then is. */
export function mountExercises(place: HTMLElement, onWork: (id: string, stage: Stage | null) => void): Exercises {
  const props = shallowRef<ExercisesProps | null>(null)
  createApp(() => props.value && h(PhoneExercises, { ...props.value, onWork: (id: string) => onWork(id, workIn(id, props.value?.session ?? '').stage) })).mount(place)
  return {
    show: next => props.value = next,
    loadAll: () => Object.values(exercises).forEach(({ load }) => load().catch(() => {})),
  }
}
