import type { InjectionKey } from 'vue'
import type { Length } from '../domain/manifest.ts'

/** Injected into exercises: the length of the workshop in minutes. Not provided on the self-paced site. */
export const workshopLength: InjectionKey<() => Length | undefined> = Symbol('workshop length')
