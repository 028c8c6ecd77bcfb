import { createApp, h, shallowRef } from 'vue'
import { exercises } from './activities.ts'
import PhoneExercises from './PhoneExercises.vue'

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

/** Opens the exercises' part. `onWork` is called with the id when somebody does something in one. */
export function mountExercises(place: HTMLElement, onWork: (id: string) => void): Exercises {
  const props = shallowRef<ExercisesProps | null>(null)
  createApp(() => props.value && h(PhoneExercises, { ...props.value, onWork })).mount(place)
  return {
    show: next => props.value = next,
    loadAll: () => Object.values(exercises).forEach(({ load }) => load().catch(() => {})),
  }
}
