import type { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { formOf } from '../../exercises/registry.ts'
import { colourOf } from '../../setup/favicon.ts'
import { aliasOf, slides } from '../deck-polls.ts'
import { site } from './built-site.ts'
import { at, installed, installing, laptop, openReader, phone, turn, useSite, visit } from './reader.ts'
import { hostSite } from './static-host.ts'

useSite()

const audit = aliasOf('audit', slide => slide.exercise === 'energy-audit')

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

it('after one visit every slide, its words and its exercise open on a phone when the server is gone', async () => {
  const host = await hostSite()
  onTestFinished(() => host.close())
  const page = await openReader({ ...phone, ...installing }, '', host.url)
  const failed: string[] = []
  page.on('pageerror', error => failed.push(error.message))
  await installed(page)
  await host.close()
  page.on('requestfailed', request => failed.push(`${request.url()} ${request.failure()?.errorText}`))
  await page.reload()
  for (const [i, slide] of slides.entries()) {
    await at(page, i + 1)
    await page.locator(`.slidev-page-${i + 1} :is(h1, legend)`).first().waitFor({ state: 'attached' })
    expect(plain(await page.locator('.reading-words').textContent() ?? '')).toContain(plain(slide.reader))
    expect(await page.evaluate(() => document.documentElement.scrollWidth), slide.place).toBe(phone.viewport.width)
    await turn(page, i + 1)
  }
  // Each section and each exercise by its address, as after a reload.
  const [firsts, exercises] = [slides.filter((slide, i) => slide.section !== slides[i - 1]?.section), slides.filter(slide => formOf(slide.exercise ?? ''))]
  for (const slide of [...firsts, ...exercises]) {
    await visit(page, slide.alias, host.url)
    await at(page, slides.indexOf(slide) + 1)
    if (exercises.includes(slide))
      await page.locator('.reading-exercise :is(button, input):visible').first().waitFor()
  }
  await visit(page, '', host.url)
  await at(page, 1)
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(() => [...document.fonts].filter(font => font.status === 'error').map(font => font.family))).toEqual([])
  // A page that is left while a font is on its way takes the request back: it did not fail.
  expect(failed.filter(text => !text.endsWith('net::ERR_ABORTED'))).toEqual([])
})

it('a slide\'s address works on the first visit, and nothing is fetched from elsewhere or in vain', async () => {
  const host = await hostSite()
  onTestFinished(() => host.close())
  const page = await openReader({ ...laptop, ...installing }, '', host.url)
  const elsewhere: string[] = []
  page.context().on('request', request => request.url().startsWith(host.url) || elsewhere.push(request.url()))
  await visit(page, audit, host.url)
  await at(page, slides.findIndex(slide => slide.alias === audit) + 1)
  await installed(page)
  expect(host.missing).toEqual([])
  expect(elsewhere).toEqual([])
})

it('a browser offers to install the site', async () => {
  const page = await openReader({ ...laptop, ...installing })
  await installed(page)
  const session = await page.context().newCDPSession(page)
  const { errors, url } = await session.send('Page.getAppManifest')
  expect({ errors, path: new URL(url).pathname }).toEqual({ errors: [], path: '/the-fork/manifest.webmanifest' })
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.map(({ errorId }) => errorId).filter(id => id !== 'in-incognito')).toEqual([])
})

it('icons and share picture exist in the sizes that are promised', () => {
  const read = (name: string): Buffer => readFileSync(join(site.folder, name))
  const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
  const manifest = JSON.parse(read('manifest.webmanifest').toString()) as { icons: { src: string, sizes: string, purpose?: string }[], start_url: string, scope: string, display: string }
  expect(manifest).toMatchObject({ start_url: site.base, scope: site.base, display: 'standalone' })
  expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable'])
  for (const { src, sizes } of manifest.icons)
    expect(sizeOf(read(src))).toBe(sizes)
  expect(sizeOf(read('share.png'))).toBe('1200x630')
  const html = read('index.html').toString()
  expect(html).toContain('<meta property="og:image" content="https://example.org/the-fork/share.png">')
  expect(html).toMatch(/<meta name="description" content="[^&"]{40,}">/)
})

it('icons have the colours of styles/tokens.css; otherwise scripts/build/site-pictures.ts draws them again', async () => {
  const page = await openReader(laptop)
  /** Where the sign of 32 units has which colour. */
  const places = { paper: [16, 4], ink: [3, 16], people: [28, 8], systems: [28, 24] } as const
  const expected = Object.keys(places).map(name => colourOf(name))
  for (const [icon, size] of [['icon-192.png', 192], ['icon-512.png', 512], ['icon-maskable-512.png', 512]] as const) {
    const drawn = icon.includes('maskable') ? 0.8 : 1
    const points = Object.values(places).map(place => place.map(at => Math.round((16 + (at - 16) * drawn) / 32 * size)))
    const colours = await page.evaluate(async ({ src, points }) => {
      const picture = await createImageBitmap(await (await fetch(src)).blob())
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
      canvas?.drawImage(picture, 0, 0)
      return points.map(([x = 0, y = 0]) => `#${[...canvas?.getImageData(x, y, 1, 1).data ?? []].slice(0, 3).map(part => part.toString(16).padStart(2, '0')).join('')}`)
    }, { src: `${site.base}${icon}`, points })
    expect(colours, icon).toEqual(expected)
  }
})
