import type { ComputedRef } from 'vue'
import type { Place, Shown } from './follow.ts'
import { disableBuiltinSync, useNav } from '@slidev/client'
import { computed } from 'vue'

/** Takes away Slidev's own channel between windows of one browser: the server is the only one. */
export const leaveSyncToServer = disableBuiltinSync

/** One slide as far as the live session cares. */
export interface DeckSlide { no: number, title: string, poll: string | null }

/** This window of the deck. */
export interface Deck {
  /** Changes with every step, before what it leads to is drawn. */
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
  go: (place: Place) => Promise<void>
}

/** Call in a component's setup, or in a setup hook of Slidev. */
export function useDeck(): Deck {
  const nav = useNav()

  const shown = computed(() => {
    const { current, total, isMounted } = nav.clicksContext.value
    const onSlide = nav.hasPrimarySlide.value && (nav.isPlaying.value || nav.isPresenter.value)
    return onSlide && isMounted ? { slide: nav.currentSlideNo.value, clicks: current, total } : null
  })

  /** Goes to the router: `useNav().go` cuts clicks to what is drawn already, which is 0 for a slide still loading. */
  async function go({ slide, clicks }: Place): Promise<void> {
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

function describe({ no, meta: { slide } }: ReturnType<typeof useNav>['currentSlideRoute']['value']): DeckSlide {
  const { poll } = slide.frontmatter
  return { no, title: slide.title ?? '', poll: typeof poll === 'string' ? poll : null }
}
