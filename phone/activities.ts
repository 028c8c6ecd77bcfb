import type { Component } from 'vue'

/** An exercise done on the phone. It is loaded when somebody opens it, never with the page. */
export interface Activity {
  title: string
  /** Where what is entered goes. */
  promise: string
  load: () => Promise<{ default: Component }>
}

/** Exercises by the id that stands in a slide's frontmatter as `activity`. */
export const activities: Record<string, Activity> = {
}
