import type { LiveState, OwnAnswers, Progress, Snapshot } from '../domain/state.ts'
import type { Connection } from './stream.ts'
import { readonly, ref, shallowRef } from 'vue'
import { audience, isPrinting } from './audience.ts'
import { openStream } from './stream.ts'

/** What a window knows of the session, as reactive values. */
export interface Live {
  /** Null until the first event. Keeps the last known state while the connection is lost. */
  state: Readonly<{ value: LiveState | null }>
  /** The caller's own answers; only a phone has any. Replace the object to change it. */
  mine: { value: OwnAnswers }
  connection: Readonly<{ value: Connection }>
  /** Tells the server whether this window shows what the presenter does; it does when it opens. */
  tellFollowing: (following: boolean) => void
}

/** Opens the one event stream of this window. `base` is the server's origin, or empty for the page's own. */
function connectLive(as: 'phone' | 'screen', base = ''): Live {
  const state = shallowRef<LiveState | null>(null)
  const mine = shallowRef<OwnAnswers>({})
  const connection = ref<Connection>('connecting')
  let follows = true
  const stream = openStream({
    url: () => `${base}/api/events?as=${as}${follows ? '' : '&following=0'}`,
    onConnection: value => connection.value = value,
    on: {
      snapshot({ mine: own, ...rest }: Snapshot) {
        state.value = rest
        mine.value = own
      },
      state: (next: LiveState) => state.value = next,
      progress: (progress: Progress) => state.value = state.value && withProgress(state.value, progress),
      mine: (own: OwnAnswers) => mine.value = { ...mine.value, ...own },
    },
  })
  return {
    state,
    mine,
    connection: readonly(connection),
    tellFollowing(following) {
      follows = following
      stream.reopen()
    },
  }
}

function withProgress(before: LiveState, { phones, poll, presenter }: Progress): LiveState {
  const state = { ...before, phones, ...before.presenter && { presenter: { ...before.presenter, ...presenter } } }
  const known = poll && state.polls?.[poll.id]
  if (!known || known.round !== poll.round)
    return state
  const next = { ...known, answered: poll.answered }
  return {
    ...state,
    poll: state.poll?.poll.id === poll.id ? next : state.poll,
    polls: { ...state.polls, [poll.id]: next },
  }
}

let screen: Live | null | undefined

/** This window's stream when it is a screen of a live session; null for a reader on their own and in print. */
export function useScreen(): Live | null {
  if (screen === undefined)
    screen = audience === 'reader' || isPrinting() ? null : connectLive('screen')
  return screen
}
