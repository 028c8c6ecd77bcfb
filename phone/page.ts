import type { Answer } from '../live/domain/check-answer.ts'
import type { Length } from '../live/domain/manifest.ts'
import type { LiveState, OwnAnswers, PollState } from '../live/domain/state.ts'
import type { Message } from './message.ts'
import type { NowLine } from './now-line.ts'
import type { Delivery } from './outbox.ts'
import { formOf } from '../exercises/registry.ts'
import { allSections } from '../exercises/sections.ts'
import { isBlank, sameAnswer } from '../live/client/own-answer.ts'
import { locationOf, onNow } from './location.ts'
import { connectingMessage, goodbyeMessage, nothingMessage, pollMessage } from './message.ts'
import { nowLine } from './now-line.ts'
import { stepOf } from './poll-step.ts'

/** Everything this phone knows. */
export interface Known {
  state: LiveState | null
  mine: OwnAnswers
  /** True when the connection has been lost for so long that the page says so. */
  lost: boolean
  /** True when another session has begun while this one's last page is open. */
  another: boolean
  /** What stands in the address after `#`: the place the person chose. */
  chosen: string
  /** What became of the answer given here to the poll that is on. */
  delivery: Delivery | undefined
  /** What is chosen or written in its form and not sent; undefined when nobody has touched it. */
  draft: Answer | null | undefined
  /** Seconds left of the countdown on that poll; null without one. */
  left: number | null
}

/** What fills the main part of the page. `last`: the session is over, and what was made in exercises may be taken along. */
export type Body
  = | { kind: 'message', message: Message, poll: PollState | null }
    | { kind: 'form', poll: PollState, answer: Answer | null, late: boolean, changing: boolean, busy: boolean, problem: string }
    | { kind: 'exercise', id: string }
    | { kind: 'last', message: Message, site?: string }

/** Everything the phone shows. */
export interface Page {
  /** Number of the stop that is on, if it has one. */
  stop: number | null
  /** What is on now; null while that is not known. */
  now: NowLine | null
  rehearsal: boolean
  lost: boolean
  /** Seconds left for this phone, which has not answered; null where nothing runs or nothing is asked of it. */
  left: number | null
  body: Body
  /** Exercises that can be opened from here. */
  others: string[]
  /** Length of the workshop, once it is known. */
  minutes?: Length
  /** What a screen reader is told when this page appears. */
  said: string
}

/** Decides what the phone shows from what it knows. */
export function pageOf(known: Known): Page {
  const { state, lost, chosen } = known
  if (state === null) {
    const message = connectingMessage(lost)
    return { stop: null, now: null, rehearsal: false, lost: false, left: null, body: { kind: 'message', message, poll: null }, others: [], said: messageSaid(message) }
  }
  const ofPoll = state.poll && pollBody(state.poll, known)
  const asks = ofPoll?.kind === 'form' && !ofPoll.changing
  const on = onNow(state, asks)
  const here = locationOf(state, chosen, asks)
  const now = nowLine(state, on, here, known.another)
  const body: Body = here.at === 'exercise'
    ? { kind: 'exercise', id: here.id }
    : here.at === 'end'
      ? { kind: 'last', message: goodbyeMessage(ofPoll?.kind === 'message' ? ofPoll.message.own : undefined), site: state.session.place?.site }
      : here.at === 'question' && ofPoll ? ofPoll : { kind: 'message', message: nothingMessage(state.slide), poll: null }
  return {
    stop: allSections.find(({ id }) => id === state.slide?.section)?.stop ?? null,
    now,
    rehearsal: state.session.rehearsal,
    lost: lost && !state.session.ended,
    left: asks && ofPoll.kind === 'form' && !ofPoll.busy && !state.session.ended ? known.left : null,
    body,
    minutes: state.session.minutes,
    others: state.exercises.filter(id => formOf(id) && (body.kind !== 'exercise' || body.id !== id)),
    said: now.elsewhere ? `${now.text} ${now.name}` : bodySaid(body),
  }
}

function pollBody(poll: PollState, { mine, delivery, draft }: Known): Body {
  const step = stepOf(poll, mine, delivery, draft !== undefined)
  if (step.at === 'form') {
    const refused = delivery?.status === 'refused' && delivery.round === poll.round
    return {
      kind: 'form',
      poll,
      answer: draft ?? step.late ?? step.answer,
      late: step.late !== null,
      changing: step.answer !== null && !step.sending,
      busy: step.sending,
      problem: refused ? delivery.message : '',
    }
  }
  const isSent = draft === undefined || isBlank(draft) || sameAnswer(draft, step.answer) || sameAnswer(draft, step.late)
  return { kind: 'message', message: pollMessage(poll, step, isSent ? null : draft), poll }
}

function bodySaid(body: Body): string {
  if (body.kind === 'form')
    return body.busy ? 'Sending your answer.' : body.poll.poll.question
  return body.kind === 'exercise' ? '' : messageSaid(body.message)
}

function messageSaid({ title, lines }: Message): string {
  return [title, lines[0] ?? ''].join('. ')
}
