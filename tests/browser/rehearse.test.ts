import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startCommand } from '../server/command.ts'
import { newFolder } from '../server/harness.ts'
import { newBrowser, openWindow, useDecks } from './deck-windows.ts'

useDecks()

it('npm run rehearse opens a room that the presenter view calls simulated, and leaves nothing behind', async () => {
  const dataDir = join(newFolder(), 'data')
  const rehearse = startCommand('rehearse', ['90', '--phones', '4', '--seed', '7', '--data-dir', dataDir])
  const link = await rehearse.said(/^ {2}Presenter {3}(\S+)/)
  expect(rehearse.lines).toContain('4 simulated phones join within half a minute and answer as people do; --seed 7 brings the same ones again.')

  const presenter = await openWindow(await newBrowser(), link)
  await presenter.locator('.notice.rehearsal', { hasText: 'A rehearsal with 4 simulated phones: nothing of it is kept or exported.' }).waitFor()
  await presenter.locator('.session-controls .rehearsal', { hasText: 'Simulated' }).waitFor()
  await presenter.locator('.session-controls .phones', { hasText: /[1-4]/ }).waitFor()

  expect(await rehearse.stop()).toBe(0)
  expect(rehearse.lines).toContain('Stopped. Nothing of the rehearsal was kept.')
  expect(existsSync(dataDir)).toBe(false)
})
