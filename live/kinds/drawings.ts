import type { Component } from 'vue'
import type { PollFit } from '../domain/poll-fit.ts'
import type { Counts } from '../domain/state.ts'
import type { Poll } from './kinds.ts'
import OptionSlide from './OptionSlide.vue'

/** What a kind's `Slide.vue` is given, beside `poll` and `result` (null while there is none to show). */
export interface SlideProps {
  /** The bars of the poll it is compared with, if the room saw them. */
  before: Counts | null
  /** Sizes of the options, as `fitPoll` gives them. */
  fit: PollFit
  /** Room below the question at its whole width, in pixels of the slide. */
  height: number
  /** The poll and its round. */
  of?: string
  /** Whether the poll is on now, so that pages may turn by themselves. */
  isOn?: boolean
  /** Whether pages can be turned by hand here. */
  turnable?: boolean
}

/** Found by the folder's name, so that a kind is registered in `kinds.ts` alone. */
const slides = import.meta.glob<Component>('./*/Slide.vue', { eager: true, import: 'default' })

/** What draws a poll's answers on its slide. */
export function slideOf(poll: Poll): Component {
  return slides[`./${poll.kind}/Slide.vue`] ?? OptionSlide
}
