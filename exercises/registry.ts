import type { Component } from 'vue'

/** The form with which phones and the self-paced site do an exercise. */
export interface ExerciseForm {
  title: string
  /** What happens to entries, as a sentence for participants. */
  promise: string
  /** Loads the form, once somebody opens it. */
  load: () => Promise<{ default: Component }>
}

const stays = 'stays on this phone'

/**
 * Every exercise, in the order of the guide. Its id is the name of its folder, of the field `exercise` of its slides, and
 * of what phones tell the presenter. The folder holds both parts (`participant.ts`, `facilitator.ts`), and `work.ts` for one with a form.
 */
const exercises = {
  'clarity': {},
  'two-tuesdays': {},
  'sort-the-work': { form: { title: 'Sort the work', promise: stays, load: () => import('../components/sort/SortCards.vue') } },
  'energy-audit': { form: { title: 'Energy audit', promise: stays, load: () => import('../components/audit/EnergyAudit.vue') } },
  'try-it': { form: { title: 'Your trial', promise: stays, load: () => import('../components/trial/TrialCard.vue') } },
  'break-the-hybrid': {},
  'hybrid-check': { form: { title: 'Hybrid check', promise: stays, load: () => import('../components/hybrid/HybridCheck.vue') } },
  'the-toll': {},
  'forecast': { form: { title: 'Sealed forecast', promise: 'only you get it', load: () => import('../components/forecast/SealedForecast.vue') } },
  'exit-ticket': {},
  'open-forecast': {},
  'three-questions': {},
} as const satisfies Record<string, { form?: ExerciseForm }>

export type ExerciseId = keyof typeof exercises

/** All ids, in the order of the guide. */
export const exerciseIds = Object.keys(exercises) as ExerciseId[]

/** The form of an exercise, by an id that may come from a slide, an address or a server of another version. */
export function formOf(id: string): ExerciseForm | undefined {
  const all: Partial<Record<string, { form?: ExerciseForm }>> = exercises
  return Object.hasOwn(exercises, id) ? all[id]?.form : undefined
}

/** Ids of the exercises with a form. */
export const idsWithForm = exerciseIds.filter(id => formOf(id) !== undefined)
