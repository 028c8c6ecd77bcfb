import { createApp, h, shallowRef } from 'vue'
import PhoneExercises from './PhoneExercises.vue'

/** What the exercises' part of the page shows. */
export interface ExercisesProps {
  /** The exercise somebody is in, by id. */
  current: string | null
  /** The others that can be opened from here. */
  others: string[]
  session: string
  /** The question of an open poll that this phone has not answered. */
  asked: string | null
  /** Where the way out of the exercise leads; null while the room does it too. */
  leave: string | null
}

export interface Exercises { show: (props: ExercisesProps) => void }

/** Opens the exercises' part. `onBegun` is called with the id when somebody does something in one. */
export function mountExercises(place: HTMLElement, onBegun: (id: string) => void): Exercises {
  const props = shallowRef<ExercisesProps | null>(null)
  createApp(() => props.value && h(PhoneExercises, { ...props.value, onBegun })).mount(place)
  return { show: next => props.value = next }
}
