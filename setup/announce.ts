import type { DeckWindow } from '../live/client/slidev.ts'
import { watch } from 'vue'

/** Tells a screen reader, politely, which slide has arrived. Call once, in the root setup. */
export function announceSlides(deck: Pick<DeckWindow, 'slide' | 'slides' | 'printing'>): void {
  if (deck.printing.value)
    return
  const region = document.createElement('p')
  region.className = 'heard'
  region.setAttribute('aria-live', 'polite')
  document.body.append(region)
  watch(() => spokenSlide(deck.slide.value.no, deck.slides.value, deck.slide.value.title), (words) => {
    region.textContent = words
  }, { immediate: true })
}

/** "Slide 4 of 43: Title", or without the title where a slide has none. */
export function spokenSlide(no: number, total: number, title: string): string {
  return `Slide ${no} of ${total}${title && `: ${title}`}`
}
