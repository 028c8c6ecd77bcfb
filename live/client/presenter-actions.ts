import type { Timing } from '../domain/pacing.ts'
import type { LiveState, PollState } from '../domain/state.ts'
import type { Live } from './live.ts'
import type { Action } from './shortcuts.ts'
import type { DeckWindow } from './slidev.ts'
import { standingAt } from '../domain/timing.ts'
import { toggleBlack } from './black-screen.ts'
import { attempt, presenter, tell } from './presenter-requests.ts'

/** The poll that the presenter's keys are about: the slide's, else the one left open. */
export function pollAt(deck: Pick<DeckWindow, 'slide'>, state: LiveState | null): PollState | null {
  const { poll } = deck.slide.value
  return (poll === null ? null : state?.polls?.[poll]) ?? state?.poll ?? null
}

/** What the presenter's keys do to the session, from any window of the presenter's browser. None of them opens a tool. */
export function presenterActions(deck: Pick<DeckWindow, 'slide'>, live: Live): Partial<Record<Action, () => unknown>> {
  const onPoll = (ask: (poll: string) => ReturnType<typeof presenter.open>) => (): unknown => {
    const state = pollAt(deck, live.state.value)
    return state && attempt(ask(state.poll.id))
  }
  return {
    open: onPoll(presenter.open),
    close: onPoll(presenter.close),
    reveal: onPoll(presenter.reveal),
    countdown: () => toggleCountdown(pollAt(deck, live.state.value)),
    black: toggleBlack,
    join: () => attempt(presenter.showJoin(!live.state.value?.join?.shown)),
    address: () => nextAddress(live.state.value),
    clock: () => pressClock(live.state.value?.presenter?.timing),
  }
}

/** Starts a countdown of a minute on the open poll, or takes away the one that runs. */
function toggleCountdown(state: PollState | null): unknown {
  return state && attempt(presenter.countDown(state.poll.id, state.countdown ? 0 : 60))
}

/** Another address of this laptop for phones to join at, if it has one. */
export function nextAddress(state: LiveState | null): unknown {
  return (state?.presenter?.addresses.length ?? 0) > 1
    ? attempt(presenter.nextAddress())
    : tell('This laptop has no other address. On another Wi-Fi or a hotspot it gets one, and phones see it within seconds.')
}

/** Starts the workshop's clock, pauses it, or lets it go on. */
export function pressClock(timing: Timing | undefined): unknown {
  const ask = timing && { waiting: presenter.startClock, running: presenter.pauseClock, paused: presenter.resumeClock, over: null }[standingAt(timing.log, Date.parse(timing.now)).phase]
  return ask && attempt(ask())
}
