import type { ChildProcess } from 'node:child_process'

/** One process that is started anew when asked. */
export interface SingleProcess {
  /** Ends it and starts it again. Calls while it still ends start it once. */
  restart: () => void
  /** Ends it for good. */
  stop: () => void
}

/** Runs a process of which never two exist at a time. */
export function runSingleProcess(start: () => ChildProcess): SingleProcess {
  let child = start()
  let state: 'running' | 'restarting' | 'stopped' = 'running'

  function restart(): void {
    if (state !== 'running')
      return
    if (child.exitCode !== null || child.signalCode !== null) {
      child = start()
      return
    }
    state = 'restarting'
    child.once('exit', () => {
      if (state === 'stopped')
        return
      state = 'running'
      child = start()
    })
    child.kill()
  }

  return {
    restart,
    stop() {
      state = 'stopped'
      child.kill()
    },
  }
}
