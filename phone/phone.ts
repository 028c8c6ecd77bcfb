import type { Stored } from '../exercises/storage.ts'
import type { Connection } from '../live/client/stream.ts'
import type { Answer } from '../live/domain/answers.ts'
import type { LiveState, OwnAnswers, Snapshot } from '../live/domain/state.ts'
import type { Outbox } from './outbox.ts'
import type { Page } from './page.ts'
import { openStream } from '../live/client/stream.ts'
import { createOutbox } from './outbox.ts'
import { pageOf } from './page.ts'
import { draftKey, enterSession, leaveSession, openDrafts, openUndelivered, sessionKey } from './pending.ts'
import { POLL } from './place.ts'

/** What a person does on the page. */
export interface Actions {
  write: (answer: Answer | null) => void
  submit: (answer: Answer | null) => void
  /** Opens the form again with the answer that counts. */
  change: () => void
  /** Ends the change: what was sent stays. */
  cancelEdit: () => void
  /** Stays in this exercise when the room moves on. */
  hold: (exercise: string) => void
}

interface Stay { session: string, outbox: Outbox, drafts: Stored<Record<string, Answer | null>> }

/** A server that restarts is back within this; shorter gaps are not worth a word. */
const WORTH_SAYING_MS = 1_500

/** Follows the workshop and calls `show` with the page whenever it may have changed. */
export function startPhone(show: (page: Page, session: string) => void): Actions {
  let state: LiveState | null = null
  let mine: OwnAnswers = {}
  let lost = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What belongs to the session this phone is in; null outside of one. */
  let stay: Stay | null = null
  /** The session that has ended here. */
  let left = ''

  const chosen = (): string => location.hash.slice(1)
  const choose = (place: string): void => history.replaceState(null, '', `#${place}`)
  const key = (): string => state?.poll ? draftKey(state.poll.poll.id, state.poll.round) : ''
  const delivery = (): ReturnType<Outbox['deliveryOf']> => stay?.outbox.deliveryOf(state?.poll?.poll.id ?? '')

  function render(): void {
    show(pageOf({ state, mine, lost, chosen: chosen(), delivery: delivery(), draft: stay?.drafts.read()[key()] }), stay?.session ?? '')
  }

  function setState(next: LiveState): void {
    if (chosen() === POLL && state?.slide?.slide !== next.slide?.slide)
      choose('')
    state = next
    const session = sessionKey(next.session)
    if (next.session.ended)
      leave(session)
    else if (stay?.session !== session)
      enter(session)
    stay?.outbox.deliverAll()
    render()
  }

  function enter(session: string): void {
    stay?.outbox.close()
    enterSession(session)
    const outbox = createOutbox({ storage: openUndelivered(session), mine: () => mine, onChange })
    stay = { session, outbox, drafts: openDrafts(session) }
  }

  /** The end of a session: nothing of it stays here, and the server takes its cookie back. */
  function leave(session: string): void {
    if (left === session)
      return
    left = session
    stay?.outbox.close()
    stay = null
    mine = {}
    render()
    leaveSession(session)
    fetch('/api/state').catch(() => {})
  }

  function onChange(acknowledged: OwnAnswers = {}): void {
    mine = { ...mine, ...acknowledged }
    const status = delivery()?.status
    if (status !== undefined && status !== 'sending' && status !== 'refused')
      dropDraft()
    render()
  }

  function dropDraft(): void {
    stay?.drafts.update(({ [key()]: _, ...others }) => others)
  }

  function write(answer: Answer | null): void {
    stay?.drafts.update(drafts => ({ ...drafts, [key()]: answer }))
  }

  function onConnection(connection: Connection): void {
    clearTimeout(timer)
    if (connection === 'lost') {
      timer = setTimeout(() => {
        lost = true
        render()
      }, WORTH_SAYING_MS)
    }
    else if (lost) {
      lost = false
      render()
    }
  }

  addEventListener('hashchange', render)
  openStream({
    url: '/api/events?as=phone',
    onConnection,
    on: {
      snapshot({ mine: own, ...next }: Snapshot) {
        mine = own
        setState(next)
      },
      state: setState,
      mine(own: OwnAnswers) {
        mine = { ...mine, ...own }
        render()
      },
    },
  })
  render()

  return {
    write,
    submit(answer) {
      if (!state?.poll)
        return
      // Who answers sees what becomes of it, also when an exercise is on.
      if (state.slide?.activity)
        choose(POLL)
      stay?.outbox.send(state.poll.poll, state.poll.round, answer)
    },
    change() {
      const { poll } = state ?? {}
      const sent = delivery()
      write((sent?.status === 'pending' ? sent.answer : poll && mine[poll.poll.id]?.answer) ?? null)
      render()
    },
    cancelEdit() {
      dropDraft()
      render()
    },
    hold(exercise) {
      if (chosen() !== exercise) {
        choose(exercise)
        render()
      }
    },
  }
}
