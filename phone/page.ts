import type { Answer } from '../live/domain/answers.ts'
import type { LiveState, OwnAnswers, PollState } from '../live/domain/state.ts'
import type { Message } from './message.ts'
import type { Delivery } from './outbox.ts'
import { sectionTitle } from '../exercises/sections.ts'
import { isBlank, sameAnswer } from '../live/client/rows.ts'
import { connectingMessage, goodbyeMessage, nothingMessage, pollMessage } from './message.ts'
import { placeOf, POLL } from './place.ts'
import { stepOf } from './step.ts'

/** Everything this phone knows. */
export interface Known {
  state: LiveState | null
  mine: OwnAnswers
  /** True when the connection has been gone long enough to say so. */
  lost: boolean
  /** What stands in the address after `#`: the place the person chose. */
  chosen: string
  /** What became of the answer given here to the poll that is on. */
  delivery: Delivery | undefined
  /** What is chosen or written in its form and not sent; undefined when nobody has touched it. */
  draft: Answer | null | undefined
}

/** What fills the main part of the page. */
export type Body
  = | { kind: 'message', message: Message, poll: PollState | null }
    | { kind: 'form', poll: PollState, answer: Answer | null, late: boolean, changing: boolean, busy: boolean, problem: string }
    | { kind: 'exercise', id: string }

export interface Page {
  heading: string
  rehearsal: boolean
  lost: boolean
  body: Body
  /** Exercises that can be opened from here. */
  others: string[]
  /** The question of an open poll that waits for an answer while the person is in an exercise. */
  asked: string | null
  /** Where the way out of an exercise leads; null while the room does it too. */
  leave: string | null
  /** What a screen reader is told when this page appears. */
  said: string
}

/** Decides what the phone shows from what it knows. */
export function pageOf(known: Known): Page {
  const { state, lost } = known
  const ended = state?.session.ended ?? false
  const section = ended ? '' : sectionTitle(state?.slide?.section ?? '')
  const page = { heading: section ? `The Fork · ${section}` : 'The Fork', rehearsal: state?.session.rehearsal ?? false, lost: lost && state !== null }
  if (state === null || ended)
    return { ...page, ...outside(ended ? goodbyeMessage : connectingMessage(lost)) }

  const answer = state.poll && pollBody(state.poll, known)
  const asks = answer?.kind === 'form' && !answer.changing
  const place = placeOf(state, known.chosen, asks)
  const asked = place.at === 'activity' && asks ? answer.poll.poll.question : null
  const body: Body = place.at === 'activity'
    ? { kind: 'exercise', id: place.id }
    : answer ?? { kind: 'message', message: nothingMessage(state.slide), poll: null }
  return {
    ...page,
    body,
    others: state.activities.filter(id => body.kind !== 'exercise' || body.id !== id),
    asked,
    leave: asked ? `#${POLL}` : placeOf(state, '', asks).at === 'activity' ? null : '#',
    said: asked ? `A question is open: ${asked}` : saidOf(body),
  }
}

/** A page without a session around it. */
function outside(message: Message): Omit<Page, 'heading' | 'rehearsal' | 'lost'> {
  const body: Body = { kind: 'message', message, poll: null }
  return { body, others: [], asked: null, leave: null, said: saidOf(body) }
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
      changing: step.answer !== null && !step.waits,
      busy: step.waits,
      problem: refused ? delivery.message : '',
    }
  }
  const isSent = draft === undefined || isBlank(draft) || sameAnswer(draft, step.answer) || sameAnswer(draft, step.late)
  return { kind: 'message', message: pollMessage(poll, step, isSent ? null : draft), poll }
}

function saidOf(body: Body): string {
  if (body.kind === 'message')
    return [body.message.title, body.message.lines[0] ?? ''].join('. ')
  return body.kind === 'form' ? body.busy ? 'Sending your answer.' : body.poll.poll.question : ''
}
