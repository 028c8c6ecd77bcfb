import type { Length } from '../live/domain/manifest.ts'
import type { Stage } from '../live/domain/state.ts'
import { createApp, h, shallowRef } from 'vue'
import { formOf, idsWithForm } from '../exercises/registry.ts'
import PhoneExercises from './PhoneExercises.vue'
import { workIn } from './takeaways.ts'

/** What the exercises' part of the page shows. */
export interface ExercisesProps {
  /** The exercise somebody is in, by id. */
  current: string | null
  /** The others that can be opened from here. */
  others: string[]
  /** Length of the workshop, once it is known. */
  minutes?: Length
  session: string
  /** The last page, where what was made may be taken along, with the site's address if it has one; false before the end. */
  last: false | { site?: string }
}

/** The exercises' part of the page, once it is mounted. */
export interface Exercises {
  show: (props: ExercisesProps) => void
  /** Fetches every exercise, so that each opens without a connection. */
  loadAll: () => void
}

/** What the exercises report: that somebody did something in one, and how far it is. */
export interface ExercisesEvents {
  onWork: (id: string) => void
  onStage: (id: string, stage: Stage) => void
}

/** Some exercises show a choice for a moment before they go on; how far they are is read after this long. */
const SETTLED_MS = 1_000

/** Opens the exercises' part. */
export function mountExercises(place: HTMLElement, { onWork, onStage }: ExercisesEvents): Exercises {
  const props = shallowRef<ExercisesProps | null>(null)
  function look(id: string): void {
    const { stage } = workIn(id, props.value?.session ?? '')
    if (stage !== null)
      onStage(id, stage)
  }
  function work(id: string): void {
    onWork(id)
    look(id)
    setTimeout(look, SETTLED_MS, id)
  }
  createApp(() => props.value && h(PhoneExercises, { ...props.value, onWork: work })).mount(place)
  return {
    show: next => props.value = next,
    loadAll: () => idsWithForm.forEach(id => formOf(id)?.load().catch(() => {})),
  }
}
