import type { LiveState, PresenterState, Progress } from '../domain/state.ts'
import type { Facts, Role } from '../domain/view.ts'
import type { Addresses } from './addresses.ts'
import type { Attendance } from './attendance.ts'
import type { SessionHandle } from './session-handle.ts'
import { viewFor } from '../domain/view.ts'

/** Where the views read from. */
export interface ViewsOptions {
  handle: SessionHandle
  attendance: Attendance
  addresses: Addresses
  wifi: Facts['wifi']
  place?: Facts['place']
  earlier: Facts['earlier']
  resumed: PresenterState['resumed']
  /** Earlier sessions that were left without an end, as of now. */
  leftOpen: () => PresenterState['leftOpen']
  simulated: PresenterState['simulated']
}

/** Composes what each role sees now, from the session and from what this server knows beside it. */
export class Views {
  readonly #options: ViewsOptions

  constructor(options: ViewsOptions) {
    this.#options = options
  }

  state(role: Role): LiveState {
    const { handle, attendance, addresses, wifi, place, earlier, resumed, leftOpen, simulated } = this.#options
    const { name, startedAt } = handle.record
    return viewFor(role, handle.deck, handle.session, {
      name,
      startedAt,
      place,
      earlier,
      now: handle.now(),
      answered: handle.answered,
      tally: key => handle.tally(key),
      phones: attendance.presence.phones,
      addresses: addresses.current,
      wifi,
      log: handle.log,
      presenter: { resumed, leftOpen: leftOpen(), simulated, ...this.#crowd() },
    })
  }

  /** The numbers that change while phones join and answer. */
  progress(): { screen: Progress, presenter: Progress } {
    const { poll, phones } = this.state('phone')
    const screen = { phones, poll: poll && { id: poll.poll.id, round: poll.round, answered: poll.answered } }
    return { screen, presenter: { ...screen, presenter: this.#crowd() } }
  }

  #crowd(): Pick<PresenterState, 'screens' | 'progress' | 'trouble'> {
    const { presence: { following, paused }, progress, trouble } = this.#options.attendance
    return { screens: { following, paused }, progress, trouble }
  }
}
