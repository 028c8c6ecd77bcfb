import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { root } from '../../scripts/lib/paths.ts'
import { newFolder } from '../server/harness.ts'
import { newBrowser, openWindow, useDecks } from './deck-windows.ts'

useDecks()

it('npm run rehearse opens a room that the presenter view calls simulated, and leaves nothing behind', async () => {
  const dataDir = join(newFolder(), 'data')
  const child = spawn(process.execPath, [join(root, 'scripts/rehearse.ts'), '90', '--phones', '4', '--seed', '7', '--port', '0', '--no-open', '--host', '127.0.0.1', '--data-dir', dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', line => lines.push(line))
  const link = (): string | undefined => lines.map(line => /^ {2}Presenter {3}(\S+)/.exec(line)?.[1]).find(Boolean)
  await expect.poll(link, { timeout: 60_000 }).toBeTruthy()
  expect(lines).toContain('4 simulated phones join within half a minute and answer as people do; --seed 7 brings the same ones again.')

  const presenter = await openWindow(await newBrowser(), link() ?? '')
  await presenter.locator('.notice.rehearsal', { hasText: 'A rehearsal with 4 simulated phones: nothing of it is kept or exported.' }).waitFor()
  await presenter.locator('.session-controls .rehearsal', { hasText: 'Simulated' }).waitFor()
  await presenter.locator('.session-controls .phones', { hasText: /[1-4]/ }).waitFor()

  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(lines).toContain('Stopped. Nothing of the rehearsal was kept.')
  expect(existsSync(dataDir)).toBe(false)
})
