import type { Component } from 'vue'

/** An exercise done on the phone. It is loaded when somebody is in it, never with the page. */
export interface Activity {
  title: string
  /** Where what is entered goes. */
  promise: string
  load: () => Promise<{ default: Component }>
}

const stays = 'stays on this phone'

/** Ids that stand in a slide's frontmatter as `activity`. */
export type ActivityId = 'sort-cards' | 'energy-audit' | 'trial-card' | 'hybrid-check' | 'forecast'

/** Exercises by id. */
export const exercises: Record<ActivityId, Activity> = {
  'sort-cards': { title: 'Sort the work', promise: stays, load: () => import('../components/sort/SortCards.vue') },
  'energy-audit': { title: 'Energy audit', promise: stays, load: () => import('../components/audit/EnergyAudit.vue') },
  'trial-card': { title: 'Your trial', promise: stays, load: () => import('../components/trial/TrialCard.vue') },
  'hybrid-check': { title: 'Hybrid check', promise: stays, load: () => import('../components/hybrid/HybridCheck.vue') },
  'forecast': { title: 'Sealed forecast', promise: 'only you get it', load: () => import('../components/forecast/SealedForecast.vue') },
}

/** The same, for an id from the server, which may name one that this page does not know. */
export const activities: Partial<Record<string, Activity>> = exercises
