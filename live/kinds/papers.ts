import type { Component } from 'vue'
import type { Poll } from './kinds.ts'
import { kindOf } from './kinds.ts'
import OptionBallot from './OptionBallot.vue'
import OptionPaper from './OptionPaper.vue'
import OptionStrokes from './OptionStrokes.vue'

/** Printed drawings are loaded apart from `Slide.vue`, so that handouts load nothing that needs a browser. */
const papers = import.meta.glob<Component>('./*/{Paper,Ballot,Strokes}.vue', { eager: true, import: 'default' })

/** The component with which a poll is answered on its printed slide. */
export function paperOf({ kind }: Poll): Component {
  return papers[`./${kind}/Paper.vue`] ?? OptionPaper
}

/** The component with which a poll is answered on a ballot. */
export function ballotOf({ kind }: Poll): Component {
  return papers[`./${kind}/Ballot.vue`] ?? OptionBallot
}

/** The component of the tally sheet for ballots and hands; null for a kind that is not counted. */
export function strokesOf(poll: Poll): Component | null {
  return papers[`./${poll.kind}/Strokes.vue`] ?? (kindOf(poll).noHands === undefined ? OptionStrokes : null)
}
