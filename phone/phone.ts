import type { Connection } from '../live/client/stream.ts'
import type { Answer } from '../live/domain/check-answer.ts'
import type { Countdown, LiveState, OwnAnswers, Snapshot, Stage } from '../live/domain/state.ts'
import type { Drafts } from './drafts.ts'
import type { Delivery, Outbox } from './outbox.ts'
import type { Page } from './page.ts'
import { tick } from '../live/client/countdown.ts'
import { isBlank } from '../live/client/own-answer.ts'
import { openStream } from '../live/client/stream.ts'
import { createAttention } from './attention.ts'
import { createDrafts } from './drafts.ts'
import { onNow, QUESTION } from './location.ts'
import { createOutbox, isOnItsWay } from './outbox.ts'
import { pageOf } from './page.ts'
import { enterSession, leaveSession, openUndelivered, sessionKey } from './pending.ts'
import { createProgressReporter } from './report-progress.ts'
import { createVoter } from './voter.ts'

/** What a person does on the page. */
export interface Actions {
  write: (answer: Answer | null) => void
  submit: (answer: Answer | null) => void
  /** Opens the form again with the answer that counts. */
  change: () => void
  /** Ends the change: what was sent stays, and what was begun comes back with the next change. */
  cancelEdit: () => void
  /** Keeps the page at this exercise when something else comes on. */
  hold: (exercise: string) => void
  /** Lets the presenter count how far people are with an exercise. */
  tell: (exercise: string, stage: Stage) => void
}

interface Stay { session: string, outbox: Outbox, drafts: Drafts }

/** A connection lost for less than this is not mentioned: a restarted server is back by then. */
const WORTH_SAYING_MS = 1_500

/** Follows the workshop and calls `show` with the page whenever it may have changed. */
export function startPhone(show: (page: Page, session: string) => void): Actions {
  let state: LiveState | null = null
  let mine: OwnAnswers = {}
  let lost = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Seconds left of the countdown on the poll that is on. */
  let left: number | null = null
  let stopTicking = (): void => {}
  /** Answers, drafts and storage of the session this phone is in; null outside of one. */
  let stay: Stay | null = null
  /** The session that ended on this phone, and whether it left work that can still be saved; null while none did. */
  let end: { session: string, leavesWork: boolean } | null = null
  /** True when another session has begun while work of the last one is on the page. */
  let another = false
  let stream: ReturnType<typeof openStream> | null = null
  const voter = createVoter()
  const progress = createProgressReporter(voter.headers)

  const chosen = (): string => location.hash.slice(1)
  const choose = (place: string): void => history.replaceState(null, '', place === '' ? location.pathname + location.search : `#${place}`)
  const delivery = (): Delivery | undefined => stay?.outbox.deliveryOf(state?.poll?.poll.id ?? '')
  const attention = createAttention(() => {
    choose('')
    render()
  })

  function render(): void {
    const draft = state?.poll ? stay?.drafts.read(state.poll) : undefined
    show(pageOf({ state, mine, lost, another, chosen: chosen(), delivery: delivery(), draft, left }), stay?.session ?? '')
  }

  function setState(next: LiveState, isFirst: boolean): void {
    const session = sessionKey(next.session)
    // The last page of a session stays until it is closed, or left for the next one.
    another = end !== null && end.leavesWork && end.session !== session
    if (another)
      return render()
    if (chosen() === QUESTION && state?.slide?.slide !== next.slide?.slide)
      choose('')
    state = next
    countDown(next.poll?.phase === 'open' ? next.poll.countdown ?? null : null)
    attention.roomIsAt(onNow(next, false), isFirst)
    if (stay?.session !== session)
      enter(session)
    if (next.session.ended)
      leave(session)
    else if (isFirst)
      stay?.outbox.deliverAll()
    render()
  }

  function countDown(countdown: Countdown | null): void {
    stopTicking()
    left = null
    stopTicking = countdown
      ? tick(countdown, (seconds) => {
          left = seconds
          render()
        })
      : () => {}
  }

  function enter(session: string): void {
    stay?.outbox.close()
    enterSession(session)
    const outbox = createOutbox({ storage: openUndelivered(session), mine: () => mine, headers: voter.headers, onUnknown: () => stream?.reopen(), onChange })
    stay = { session, outbox, drafts: createDrafts(session) }
  }

  /** Ends the session on this phone: removes its answers, and lets the server take its cookie back. */
  function leave(session: string): void {
    mine = {}
    if (end?.session === session)
      return
    stay?.outbox.close()
    end = { session, leavesWork: leaveSession(session) }
    fetch('/').catch(() => {})
  }

  /** Takes over what became of an answer. A refused one goes back into the form, to be corrected. */
  function onChange(poll?: string, changed?: Delivery): void {
    if (poll !== undefined && changed) {
      const { round, answer, status } = changed
      if (status === 'counted' || status === 'changed')
        mine = { ...mine, [poll]: { round, answer } }
      const of = { poll: { id: poll }, round }
      if (status === 'refused' && !isBlank(answer) && stay?.drafts.read(of) === undefined)
        stay?.drafts.write(of, answer)
    }
    render()
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

  // A page that is loaded, for the first time or again, shows what is on.
  choose('')
  addEventListener('hashchange', render)
  stream = openStream({
    url: voter.streamAddress,
    onConnection,
    on: {
      snapshot({ mine: own, voter: id, ...next }: Snapshot & { voter?: string }) {
        voter.learn(id)
        mine = own
        setState(next, true)
      },
      state: (next: LiveState) => setState(next, false),
      mine(own: OwnAnswers) {
        mine = { ...mine, ...own }
        render()
      },
    },
  })
  render()

  return {
    write(answer) {
      if (state?.poll)
        stay?.drafts.write(state.poll, answer)
    },
    submit(answer) {
      const poll = state?.poll
      if (!poll)
        return
      // Stays at the question after sending, even if an exercise is on, so that the result is seen.
      if (state?.slide?.exercise)
        choose(QUESTION)
      if (!isBlank(answer))
        stay?.drafts.drop(poll)
      stay?.outbox.send(poll.poll, poll.round, answer)
    },
    change() {
      const { poll } = state ?? {}
      if (!poll)
        return
      const sent = delivery()
      const waits = sent?.round === poll.round && isOnItsWay(sent.status)
      stay?.drafts.takeUp(poll, (waits ? sent.answer : mine[poll.poll.id]?.answer) ?? null)
      render()
    },
    cancelEdit() {
      if (state?.poll)
        stay?.drafts.setAside(state.poll)
      render()
    },
    tell(exercise, stage) {
      if (state?.session.ended === false)
        progress.tell(exercise, stage)
    },
    hold(exercise) {
      if (chosen() !== exercise) {
        choose(exercise)
        render()
      }
    },
  }
}
