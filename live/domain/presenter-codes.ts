import type { Step } from './decide.ts'
import type { Session } from './session.ts'
import { refuse } from './commands.ts'

/** A code that opens the presenter view is good for so long. */
const CODE_MS = 15 * 60_000
/** More links are not needed at once; the oldest go. */
const MOST_CODES = 8

/** Keeps a one-time code, hashed. */
export function keepCode(session: Session, hash: string, at: number): Step {
  const codes = [...session.codes.filter(({ until }) => until > at), { hash, until: at + CODE_MS }].slice(-MOST_CODES)
  return { session: { ...session, codes } }
}

/** Takes a one-time code: whoever comes second with it is refused. */
export function enter(session: Session, hash: string, at: number): Step {
  const code = session.codes.find(one => one.hash === hash && one.until > at)
  return code
    ? { session: { ...session, codes: session.codes.filter(one => one !== code) } }
    : refuse('wrong-code', 'This presenter link was used already, or is older than 15 minutes. Press Enter in the terminal where npm start runs: it prints a new one.')
}
