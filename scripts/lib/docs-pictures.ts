import type { Browser, Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { planOf } from '../../exercises/agenda-plan.ts'
import { polls } from '../../exercises/polls.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { buildDecks } from '../build/decks.ts'
import { openSimulatedRoom } from '../rehearse/simulated-room.ts'
import { root } from './paths.ts'

const format = 90
const phones = 18
/** A fixed seed: the same people and answers each time. */
const seed = 4
const host = '127.0.0.1'
/** The address behind the QR code in the pictures. */
const publicOrigin = 'https://fork.example.org'

/** Takes the pictures of a poll that `docs/` shows, in a room of simulated phones: asked, shown, and what the presenter sees. */
export async function takeDocsPictures(browser: Browser): Promise<string[]> {
  const built = await buildDecks(format)
  const slide = built.manifest.slides.find(({ poll }) => poll === 'trial-side') ?? built.manifest.slides.find(({ poll }) => poll !== null)
  if (!slide)
    throw new RangeError('no slide asks a poll')
  const workshop = await serveWorkshop({ ...built, polls, plan: planOf(format), dataDir: null, fresh: true, rehearsal: false, floor: 5, host, port: 0, wifi: null, publicOrigin })
  const room = openSimulatedRoom({ host, port: workshop.port }, { phones, seed, polls, pace: 0.1 })
  try {
    const here = `http://${host}:${workshop.port}`
    const presenter = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme: 'light', reducedMotion: 'reduce' })
    await presenter.goto((await workshop.newPresenterUrl()).replace(publicOrigin, here))
    await presenter.locator('.session-controls').waitFor()
    await presenter.keyboard.press('g')
    const number = presenter.locator('#slidev-goto-dialog input:focus')
    await number.fill(String(slide.no))
    await number.press('Enter')
    const screen = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light', reducedMotion: 'reduce' })
    await screen.goto(`${here}/deck/${slide.no}`)
    await screen.locator('.answered b', { hasText: /^1[4-8]$/ }).waitFor({ timeout: 60_000 })
    const files = [await take(screen, 'poll-asked'), await take(presenter, 'presenter-view')]
    await presenter.keyboard.press('ArrowRight')
    await screen.getByText(/^Closed/).waitFor()
    return [...files, await take(screen, 'poll-shown')]
  }
  finally {
    room.leave()
    await workshop.close()
  }
}

async function take(page: Page, name: string): Promise<string> {
  const path = join(root, 'docs', `${name}.webp`)
  await page.evaluate(() => document.fonts.ready)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 72 })
  writeFileSync(path, Buffer.from(data, 'base64'))
  return path
}
