import { execFile } from 'node:child_process'

/** The longest wait for a system program. */
const PATIENCE_MS = 4_000

/** What a program of the system prints; null where there is none, or where it fails or takes long. */
export function outputOf(command: string, ...args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: PATIENCE_MS, windowsHide: true }, (error, stdout) => resolve(error ? null : stdout))
  })
}
