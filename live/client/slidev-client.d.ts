import type { ComputedRef, Ref } from 'vue'

/**
 * The part of @slidev/client that this kit uses. Its own sources are shipped uncompiled and do not pass our
 * compiler settings, so `paths` in tsconfig.json puts this file in their place.
 */
export interface ClicksContext {
  /** Steps done on the slide, never more than `total`. */
  current: number
  readonly total: number
  /** False until the slide is drawn; `total` counts only from then on. */
  readonly isMounted: boolean
}

export interface SlideRoute {
  no: number
  meta: { slide: { title?: string, frontmatter: Record<string, unknown> } }
}

export interface Nav {
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<SlideRoute>
  nextRoute: ComputedRef<SlideRoute>
  slides: Ref<SlideRoute[]>
  hasNext: ComputedRef<boolean>
  hasPrev: ComputedRef<boolean>
  total: ComputedRef<number>
  clicksContext: ComputedRef<ClicksContext>
  isPlaying: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  isPrintMode: ComputedRef<boolean>
  hasPrimarySlide: ComputedRef<boolean>
  next: () => Promise<void>
  prev: () => Promise<void>
  go: (page: number) => Promise<void>
  router: {
    currentRoute: { value: { query: Record<string, unknown> } }
    replace: (to: { name: string, params: Record<string, string>, query: Record<string, unknown> }) => Promise<unknown>
  }
}

export function useNav(): Nav
export function useDarkMode(): { isDark: Ref<boolean>, toggleDark: () => void }
export function disableBuiltinSync(): void
export function lockShortcuts(): () => void
