import type { Answer } from '../domain/check-answer.ts'
import type { RoundKey } from '../domain/session.ts'
import type { OwnAnswers } from '../domain/state.ts'
import type { SessionHandle } from './session-handle.ts'
import { checkAnswer } from '../domain/check-answer.ts'
import { pollRoundOf } from '../domain/rounds.ts'
import { isRound } from '../domain/session.ts'
import { Refusal, refusalOf } from './refusal.ts'

type Current = Pick<SessionHandle, 'deck' | 'session' | 'store'>

/**
 * Checks an answer and records it. `voter` is null for a phone that is not known.
 * @throws Refusal 401, 404, 409 or 422 with the reason
 */
export async function takeAnswer({ deck, session, store }: Current, poll: string, round: number, voter: string | null, input: unknown): Promise<{ status: 'counted' | 'changed', answer: Answer }> {
  const asked = pollRoundOf(deck, session, poll)
  if ('refused' in asked)
    throw refusalOf(asked)
  if (session.endedAt !== null)
    throw new Refusal('session-over', 'This session is over. Thank you for being here.')
  if (round !== asked.round.round)
    throw new Refusal('other-round', 'This poll was asked again since. Look at the question once more and answer it anew.')
  const checked = checkAnswer(asked.poll, input)
  if (!checked.ok)
    throw new Refusal('does-not-fit', checked.reason)
  if (voter === null)
    throw new Refusal('no-voter', 'This phone is not known yet. Reload the page, then send the answer again.')
  const status = await store.answer(poll, round, voter, checked.answer)
  if (status === 'not-open')
    throw new Refusal('not-open', 'This poll is not open, so the answer was not counted.')
  return { status, answer: checked.answer }
}

/** A voter's answers in the current rounds. */
export async function ownAnswersOf(current: Current, voter: string | null): Promise<OwnAnswers> {
  const stored = voter === null ? [] : await current.store.answersBy(voter)
  const isCurrent = (key: RoundKey): boolean => {
    const asked = pollRoundOf(current.deck, current.session, key.poll)
    return !('refused' in asked) && isRound(asked.round, key)
  }
  return Object.fromEntries(stored.filter(isCurrent).map(({ poll, round, answer }) => [poll, { round, answer }]))
}
