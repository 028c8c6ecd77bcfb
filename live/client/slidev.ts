import type { Nav, SlideRoute } from '@slidev/client'
import type { ComputedRef, Ref } from 'vue'
import type { DeckPosition, Shown } from './follow-rules.ts'
import { disableBuiltinSync, lockShortcuts, useDarkMode, useNav } from '@slidev/client'
import { computed, nextTick } from 'vue'

/** Switches off Slidev's own synchronisation of windows: the server alone moves them. */
export const leaveSyncToServer = disableBuiltinSync

/** Switches off Slidev's own keys: `shortcuts.ts` is the only table of them. */
export const leaveKeysToTable: () => void = lockShortcuts

/** Selectors of what Slidev may open over the slide. It reports no event, so callers have to look. */
export const slidevLayers = {
  goto: '#slidev-goto-dialog:not(.pointer-events-none)',
  overview: '.z-modal.select-none',
  menu: '.z-context-menu',
}

/** Focuses Slidev's "go to" field as soon as it exists, so that no letter typed meanwhile goes elsewhere. */
export async function focusGoto(): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>(`${slidevLayers.goto} input`)?.focus()
}

/** One slide as far as the live session cares. */
interface DeckSlide { no: number, title: string, section: string, poll: string | null }

/** This window of the deck. */
export interface DeckWindow {
  /** Slide and click as text; changes with every step, before the slide is drawn. */
  at: ComputedRef<string>
  /** What the window shows. Null while a slide is loading, and on pages that show no slide, like the notes. */
  shown: ComputedRef<Shown | null>
  slide: ComputedRef<DeckSlide>
  /** The slide after it; the last slide is followed by itself. */
  nextSlide: ComputedRef<DeckSlide>
  slides: ComputedRef<number>
  /** True in the presenter view, with notes and the next slide; false in a window that shows only the slide. */
  presenterView: ComputedRef<boolean>
  printing: ComputedRef<boolean>
  /** Shows a place without adding to the browser's history. */
  go: (place: DeckPosition) => Promise<void>
}

/** Call in a component's setup, or in a setup hook of Slidev. */
export function useDeckWindow(): DeckWindow {
  const nav = useNav()

  const shown = computed(() => {
    const { current, total, isMounted } = nav.clicksContext.value
    const onSlide = nav.hasPrimarySlide.value && (nav.isPlaying.value || nav.isPresenter.value)
    return onSlide && isMounted ? { slide: nav.currentSlideNo.value, clicks: current, total } : null
  })

  /** By the router: `useNav().go` limits clicks to those already drawn, which is none while a slide still loads. */
  async function go({ slide, clicks }: DeckPosition): Promise<void> {
    await nav.router.replace({
      name: nav.isPresenter.value ? 'presenter' : 'play',
      params: { no: String(slide) },
      query: { ...nav.router.currentRoute.value.query, clicks: clicks === 0 ? undefined : String(clicks) },
    })
  }

  return {
    at: computed(() => `${nav.currentSlideNo.value}/${nav.clicksContext.value.current}`),
    shown,
    slide: computed(() => describe(nav.currentSlideRoute.value)),
    nextSlide: computed(() => describe(nav.nextRoute.value)),
    slides: nav.total,
    presenterView: nav.isPresenter,
    printing: nav.isPrintMode,
    go,
  }
}

/** One slide as reading mode shows it. */
interface ReadingSlide extends DeckSlide {
  /** Its name in the address, which outlives its number. */
  alias: string
  /** The frontmatter's `reader`: what is read instead of hearing a speaker. */
  words: string
  /** The exercise that belongs to it. */
  exercise: string | null
}

/** The deck for somebody who reads it alone. */
export interface ReaderDeck extends Pick<Nav, 'hasNext' | 'hasPrev' | 'next' | 'prev' | 'go'> {
  /** False where something else than one slide is shown: print, overview. */
  on: ComputedRef<boolean>
  slides: ComputedRef<ReadingSlide[]>
  slide: ComputedRef<ReadingSlide>
  dark: Ref<boolean>
  toggleDark: () => void
}

/** Call in a component's setup. */
export function useReaderDeck(): ReaderDeck {
  const nav = useNav()
  const { isDark, toggleDark } = useDarkMode()
  return {
    on: computed(() => nav.isPlaying.value && nav.hasPrimarySlide.value && !nav.isPrintMode.value),
    slides: computed(() => nav.slides.value.map(describeForReader)),
    slide: computed(() => describeForReader(nav.currentSlideRoute.value)),
    hasNext: nav.hasNext,
    hasPrev: nav.hasPrev,
    next: nav.next,
    prev: nav.prev,
    go: slide => nav.go(slide),
    dark: isDark,
    toggleDark: () => toggleDark(),
  }
}

function describeForReader(route: SlideRoute): ReadingSlide {
  const { routeAlias, reader, exercise } = route.meta.slide.frontmatter
  return {
    ...describe(route),
    alias: String(routeAlias ?? route.no),
    words: typeof reader === 'string' ? reader.trim() : '',
    exercise: typeof exercise === 'string' ? exercise : null,
  }
}

function describe({ no, meta: { slide } }: SlideRoute): DeckSlide {
  const { poll, section } = slide.frontmatter
  return { no, title: slide.title ?? '', section: String(section ?? ''), poll: typeof poll === 'string' ? poll : null }
}
