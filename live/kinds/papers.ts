import type { Component } from 'vue'
import type { Poll } from './kinds.ts'
import { kindOf } from './kinds.ts'
import OptionBallot from './OptionBallot.vue'
import OptionPaper from './OptionPaper.vue'
import OptionStrokes from './OptionStrokes.vue'

/** A kind's drawings for print, apart from those of the screen: the handouts need nothing of a browser. */
const papers = import.meta.glob<Component>('./*/{Paper,Ballot,Strokes}.vue', { eager: true, import: 'default' })

/** What is answered on paper: on the poll's printed slide. */
export function paperOf({ kind }: Poll): Component {
  return papers[`./${kind}/Paper.vue`] ?? OptionPaper
}

/** What is answered on paper: on a ballot. */
export function ballotOf({ kind }: Poll): Component {
  return papers[`./${kind}/Ballot.vue`] ?? OptionBallot
}

/** Where ballots and hands are counted; null where nothing is. */
export function strokesOf(poll: Poll): Component | null {
  return papers[`./${poll.kind}/Strokes.vue`] ?? (kindOf(poll).noHands === undefined ? OptionStrokes : null)
}
