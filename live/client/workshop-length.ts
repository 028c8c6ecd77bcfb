import type { InjectionKey } from 'vue'
import type { Length } from '../domain/manifest.ts'

/** Tells an exercise how long the workshop is that it stands in. Nobody says so to whoever reads alone. */
export const workshopLength: InjectionKey<() => Length | undefined> = Symbol('workshop length')
