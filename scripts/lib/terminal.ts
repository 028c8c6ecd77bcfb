import process from 'node:process'
import { say } from './say.ts'

/** One Ctrl-C arrives twice, from the terminal and from the set-up that started this process. */
const ONE_PRESS_MS = 500

/** A presenter link works once, so Enter prints another. */
export function newLinkOnEnter(newUrl: () => Promise<string>): void {
  if (!process.stdin.isTTY)
    return
  process.stdin.unref()
  process.stdin.on('data', () => void newUrl().then(url => say(`  Presenter   ${url}`), () => say('No presenter link can be made now.')))
}

/** Opens the address in a browser. Where that fails nothing stops, since the address is printed too. */
export async function openInBrowser(url: string): Promise<void> {
  const { default: openUrl } = await import('open')
  const browser = await openUrl(url).catch(() => null)
  browser?.on('error', () => say('No browser could be opened here. Open the presenter address above yourself.'))
}

/** The first Ctrl-C closes what is open and says what became of it; a second one does not wait. */
export function closeOnSignal(close: () => Promise<void>, stopped: string): void {
  let closingSince = 0
  const stop = async (): Promise<void> => {
    if (closingSince > 0) {
      if (performance.now() - closingSince > ONE_PRESS_MS)
        process.exit(130)
      return
    }
    closingSince = performance.now()
    const problem = await close().then(() => null, (error: unknown) => error instanceof Error ? error.message : String(error))
    say(problem === null ? `\nStopped. ${stopped}` : `\nStopped. ${problem}`)
    process.exit(problem === null ? 0 : 1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, stop)
}
