import { Buffer } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { fontFaces, htmlPage } from '../../scripts/export/handout-page.ts'
import { printHandout } from '../../scripts/export/handouts.ts'
import { printPdf } from '../../scripts/export/pdf.ts'
import { sessionResults } from '../../scripts/export/session-results.ts'
import { kitFolder, root } from '../../scripts/lib/paths.ts'
import { swapIn } from '../../scripts/lib/swap-in.ts'
import { answeredSession } from './answered-session.ts'
import { usePrinter } from './printer.ts'

const folder = mkdtempSync(join(tmpdir(), 'kit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run export, before it writes anything,', () => {
  it.each([
    ['an unknown format', ['--format', '40'], {}, 2, '--format cannot be "40". It takes 30, 45, 60 or 90 minutes.'],
    ['a session that does not exist', ['--session', 'nobody'], { FORK_DATA_DIR: folder }, 1, 'There is no session "nobody". No session was kept here yet.'],
    ['a browser that is not there', [], { FORK_BROWSER: '/nowhere/chrome' }, 1, 'FORK_BROWSER is "/nowhere/chrome", and there is no such file. Give the path of a Chromium, Chrome or Edge.'],
  ])('%s', (_, args, env, code, sentence) => {
    const kit = join(root, kitFolder)
    const before = existsSync(kit) ? readdirSync(kit, { withFileTypes: true }).map(({ name }) => name) : null
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'scripts/export.ts'), ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
    expect({ status, stderr: stderr.trim(), stdout }).toEqual({ status: code, stderr: sentence, stdout: '' })
    expect(existsSync(kit) ? readdirSync(kit) : null).toEqual(before)
  })
})

describe('the export of a session', () => {
  it('is refused for a rehearsal', async () => {
    const dataDir = join(folder, 'rehearsed')
    mkdirSync(dataDir)
    await answeredSession(dataDir, 'try', await readManifest(90), true)
    await expect(sessionResults({ dataDir }, 'try')).rejects.toThrow('The session "try" is a rehearsal: its answers are in no export.')
  })

  it('is refused where nothing was shown', async () => {
    const dataDir = join(folder, 'quiet')
    mkdirSync(dataDir)
    await answeredSession(dataDir, 'quiet', await readManifest(90), false, 100)
    await expect(sessionResults({ dataDir }, 'quiet')).rejects.toThrow('The session "quiet" has no result that may be printed: no poll was revealed with enough answers. Leave out --session to print questions and options.')
    await expect(sessionResults({ dataDir }, 'loud')).rejects.toThrow('There is no session "loud". There are: "quiet".')
  })
})

describe('the folder of the kit', () => {
  it('stays as it was when something goes wrong half-way', async () => {
    const kit = join(folder, 'dist/kit')
    mkdirSync(kit, { recursive: true })
    writeFileSync(join(kit, 'deck.pdf'), 'of last time')
    await expect(swapIn(kit, async (fresh) => {
      writeFileSync(join(fresh, 'deck.pdf'), 'half')
      throw new Error('the paper is out')
    })).rejects.toThrow('the paper is out')
    expect(readFileSync(join(kit, 'deck.pdf'), 'utf8')).toBe('of last time')
    expect(readdirSync(join(folder, 'dist'))).toEqual(['kit'])
  })

  it('is back in place when the new one cannot be put there', async () => {
    const kit = join(folder, 'back/kit')
    mkdirSync(kit, { recursive: true })
    writeFileSync(join(kit, 'deck.pdf'), 'of last time')
    await expect(swapIn(kit, async fresh => rmSync(fresh, { recursive: true }))).rejects.toThrow(`${kit} stays as it was: the new folder could not be put there`)
    expect(readFileSync(join(kit, 'deck.pdf'), 'utf8')).toBe('of last time')
    expect(readdirSync(join(folder, 'back'))).toEqual(['kit'])
  })

  it('is named in the refusal when it did not exist and cannot be made', async () => {
    const kit = join(folder, 'first/kit')
    await expect(swapIn(kit, async fresh => rmSync(fresh, { recursive: true }))).rejects.toThrow(`${kit} was not made`)
    expect(readdirSync(join(folder, 'first'))).toEqual([])
  })

  it('is named in the refusal when it cannot be written to', async () => {
    writeFileSync(join(folder, 'taken'), '')
    await expect(swapIn(join(folder, 'taken/kit'), async () => {})).rejects.toThrow(`The folder ${join(folder, 'taken')} cannot be written to`)
  })
})

describe('printing a page', () => {
  const { browser } = usePrinter('page')

  const longWord = 'Responsibilities'.repeat(12)
  const page = (body: string, styles = fontFaces()): string => {
    const html = join(folder, 'page.html')
    writeFileSync(html, htmlPage({ title: 'A page', styles: `${styles}\nbody { margin: 0 }`, body }))
    return html
  }

  it.each([
    ['a slide', `<div class="print-slide-container" style="width: 1280px; height: 720px; overflow: hidden"><h1>A title</h1><p style="font-size: 30px">${longWord}</p></div>`, 'A title: Responsibilities'],
    ['a slide, below', `<div class="print-slide-container" style="width: 1280px; height: 720px; overflow: hidden"><h1>A title</h1><p style="margin-top: 700px">The last line</p></div>`, 'A title: The last line'],
    ['a card to cut', `<div class="cut-card" style="width: 150px; height: 90px">${'Many words on one small card. '.repeat(9)}</div>`, 'Many words'],
    ['the width of the paper', `<p>${longWord}</p>`, 'Responsibilities'],
  ])('is refused when text does not fit on %s', async (_, body, words) => {
    const pdf = join(folder, 'page.pdf')
    await expect(printPdf(browser(), page(body), pdf)).rejects.toThrow(new RegExp(`^page.html: this does not fit where it stands: “${words}.*” Shorten it.$`))
    expect(existsSync(pdf)).toBe(false)
  })

  it.each([
    ['is not displayed', 'display: none'],
    ['is hidden', 'visibility: hidden'],
    ['is transparent', 'opacity: 0'],
    ['takes no place', 'font-size: 0'],
    ['is cut short by an ellipsis', 'display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; width: 300px'],
    ['is cut short on one line', 'width: 300px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap'],
  ])('accepts text that %s', async (_, style) => {
    const pdf = join(folder, 'unseen.pdf')
    const many = 'Many words of somebody who writes a lot. '.repeat(60)
    await printPdf(browser(), page(`<h1>Before</h1><div class="print-slide-container" style="width: 640px; height: 360px; overflow: hidden"><h1>A title</h1><div style="position: absolute; left: 300px"><p style="${style}">${many}</p></div></div>`), pdf)
    expect(existsSync(pdf)).toBe(true)
  })

  it('is refused when a font is missing', async () => {
    const sentence = 'The font 400 "Atkinson Hyperlegible Next" could not be loaded, so nothing was printed. Install the packages again: npm ci.'
    await expect(printPdf(browser(), page('<p>Hello</p>', ''), join(folder, 'page.pdf'))).rejects.toThrow(sentence)
    const broken = fontFaces().replaceAll(/base64,[^)]+/g, `base64,${Buffer.from('no font').toString('base64')}`)
    await expect(printPdf(browser(), page('<p>Hello</p>', broken), join(folder, 'page.pdf'))).rejects.toThrow(sentence)
  })

  it('is refused when the pocket sheet takes more than one sheet', async () => {
    const handout = { name: 'pocket-sheet', title: 'A sheet', head: ['', ''], body: '<p style="break-after: page">1</p><p style="break-after: page">2</p><p>3</p>' } as const
    await expect(printHandout(browser(), folder, { ...handout, head: ['', ''] }, 'letter')).rejects.toThrow('The pocket sheet takes 3 pages and has to fit on one sheet, front and back.')
  })
})
