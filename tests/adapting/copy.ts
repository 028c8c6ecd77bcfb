import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { root } from '../../scripts/lib/paths.ts'

/** Left out of the copy: what commands create, and what no command reads. */
const leftOut = ['node_modules', '.cache', '.git', 'dist', 'data']

/** A copy of the project that a test may change. It uses this project's packages. */
export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), 'adapted-'))

  constructor() {
    for (const name of readdirSync(root).filter(name => !leftOut.includes(name)))
      cpSync(join(root, name), join(this.folder, name), { recursive: true })
    const packages = join(this.folder, 'node_modules')
    mkdirSync(packages)
    for (const name of readdirSync(join(root, 'node_modules')).filter(name => !/^\.(?:slidev|vite|cache)/.test(name)))
      symlinkSync(join(root, 'node_modules', name), join(packages, name))
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text)
  }

  /** Changes a file. @throws Error when nothing in it matches */
  edit(file: string, what: string | RegExp, to: string): void {
    const before = this.read(file)
    const after = before.replace(what, to)
    if (after === before)
      throw new Error(`${file} has no ${String(what)}`)
    this.write(file, after)
  }

  /** Files of `pages/`, in order. */
  get pages(): string[] {
    return readdirSync(join(this.folder, 'pages')).filter(name => name.endsWith('.md')).map(name => `pages/${name}`)
  }

  /** Runs a script or a package's command in the copy; `until` ends it by Ctrl-C once its output matches. */
  run(script: string, args: readonly string[] = [], { until, then }: { until?: RegExp, then?: (output: string) => Promise<void> } = {}): Promise<{ code: number | null, output: string }> {
    const { promise, resolve, reject } = Promise.withResolvers<{ code: number | null, output: string }>()
    const child = spawn(process.execPath, [...script.startsWith('scripts/') ? ['--import', './scripts/lib/error-handler.ts'] : [], join(this.folder, script), ...args], { cwd: this.folder, env: { ...process.env, NO_COLOR: '1', NODE_ENV: '', VITEST: '' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let isUp = false
    const hear = (chunk: unknown): void => {
      output += String(chunk)
      if (!isUp && until?.test(output)) {
        isUp = true
        void (then?.(output) ?? Promise.resolve()).catch(reject).finally(() => child.kill('SIGINT'))
      }
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
    return promise
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
