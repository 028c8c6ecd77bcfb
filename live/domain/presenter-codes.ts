import type { Step } from './decide.ts'
import type { Session } from './session.ts'
import { refuse } from './commands.ts'

/** How long a link to the presenter view works. */
const CODE_MS = 15 * 60_000
/** So many unused codes are kept; the oldest go. */
const MOST_CODES = 8

/** Keeps the hash of a new one-time code. */
export function addCode(session: Session, hash: string, at: number): Step {
  const codes = [...session.codes.filter(({ until }) => until > at), { hash, until: at + CODE_MS }].slice(-MOST_CODES)
  return { session: { ...session, codes } }
}

/** Uses up a one-time code; refused for one that is unknown, used or too old. */
export function enter(session: Session, hash: string, at: number): Step {
  const code = session.codes.find(one => one.hash === hash && one.until > at)
  return code
    ? { session: { ...session, codes: session.codes.filter(one => one !== code) } }
    : refuse('wrong-code', 'This presenter link was used already, or is older than 15 minutes. Press Enter in the terminal where npm start runs: it prints a new one.')
}
