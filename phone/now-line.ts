import type { LiveState } from '../live/domain/state.ts'
import type { OnNow } from './location.ts'
import { formOf } from '../exercises/registry.ts'
import { sectionTitle } from '../exercises/sections.ts'
import { locationKey } from './location.ts'

/** The line on top of every page: what is on now, and the way to it. */
export interface NowLine {
  text: string
  name: string
  /** True while the person is somewhere else: the line then leads there. */
  elsewhere: boolean
  /** True when something is asked of this person there. */
  asks: boolean
  /** True when the link loads the page again. */
  anew: boolean
}

/** The line for somebody at `here` while `on` is on; `another` when another session has begun. */
export function nowLine(state: LiveState, on: OnNow, here: OnNow, another: boolean): NowLine {
  if (another)
    return { text: 'Another workshop has begun. To join it, leave this page:', name: 'what you have not saved is then gone', elsewhere: true, asks: true, anew: true }
  const elsewhere = locationKey(on) !== locationKey(here)
  return { ...namesOf(state, on, elsewhere), elsewhere, asks: on.at === 'end' || (on.at === 'question' && on.asks), anew: false }
}

function namesOf(state: LiveState, on: OnNow, elsewhere: boolean): Pick<NowLine, 'text' | 'name'> {
  if (on.at === 'end')
    return elsewhere ? { text: 'The workshop is over:', name: 'take your work along' } : { text: '', name: 'The workshop is over' }
  if (on.at === 'question') {
    return elsewhere
      ? { text: on.asks ? 'A question is open:' : 'On now:', name: on.poll.poll.question }
      : { text: 'On now:', name: 'a question' }
  }
  if (on.at === 'exercise')
    return { text: 'On now:', name: formOf(on.id)?.title ?? on.id }
  return { text: 'On now:', name: sectionTitle(state.slide?.section ?? '') || 'the start' }
}
