import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { question, slides } from '../deck-polls.ts'
import { site } from './built-site.ts'
import { at, laptop, openReader, useSite, visit } from './reader.ts'
import { hostSite } from './static-host.ts'

useSite()

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const hidden = (html: string): string => plain(/<noscript><style>[^<]*<\/style><main>(?<words>.*?)<\/main><\/noscript>/s.exec(html)?.groups?.words ?? '')
const escaped = (text: string): string => plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

describe('the site on a plain file server', () => {
  it('has an address by number and by name for every slide, and one for the page to print', async () => {
    const host = await hostSite()
    const names = [...slides.flatMap((slide, i) => [String(i + 1), slide.alias]), 'print']
    const statuses = await Promise.all(names.map(async name => [name, (await fetch(`${host.url}${name}`)).status]))
    await host.close()
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
  })

  it('opens a slide at both addresses', async () => {
    const page = await openReader(laptop, '2')
    await at(page, 2)
    await visit(page, slides[4]?.alias ?? '')
    await at(page, 5)
    await page.reload()
    await at(page, 5)
  })
})

describe('the site without JavaScript', () => {
  it('has the words of every slide on the first page, and each slide\'s own with links to its neighbours', () => {
    const whole = hidden(readFileSync(join(site.folder, 'index.html'), 'utf8'))
    for (const [i, { alias, reader }] of slides.entries()) {
      expect(whole).toContain(escaped(reader))
      const own = hidden(readFileSync(join(site.folder, alias, 'index.html'), 'utf8'))
      expect(own).toContain(escaped(reader))
      expect([...own.matchAll(/href="([^"]+)"/g)].map(([, address]) => address)).toEqual([slides[i - 1], slides[i + 1]].filter(slide => slide !== undefined).map(slide => `${site.base}${slide.alias}/`).concat(site.base))
    }
  })

  it('shows them in a browser, under a sentence that says what is missing', async () => {
    const page = await openReader({ ...laptop, javaScriptEnabled: false }, slides[1]?.alias, undefined, 'main')
    expect(await page.locator('body').textContent()).toContain('The drawings, questions and exercises here need JavaScript. These are the words.')
    await page.getByRole('link', { name: /^Next: / }).click()
    await page.waitForURL(`**/${slides[2]?.alias}/`)
    expect(plain(await page.locator('main').textContent() ?? '')).toContain(plain(slides[2]?.reader ?? ''))
  })
})

it('the site prints in light colours, and the screen is dark again afterwards', async () => {
  const page = await openReader({ ...laptop, colorScheme: 'dark' }, question.alias)
  await page.locator('#slideshow > :not([style*="none"])').locator('h1, legend').first().waitFor()
  const colours = (): Promise<string[]> => page.evaluate(() => ['html', 'body', '#slideshow > :not([style*="none"]) h1, #slideshow > :not([style*="none"]) legend'].flatMap(selector => [...document.querySelectorAll(selector)].slice(0, 1).map(element => `${getComputedStyle(element).color} ${getComputedStyle(element).getPropertyValue('--paper')}`)))
  const dark = await colours()
  expect(dark.join()).toContain('#14171f')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(colours).not.toEqual(dark)
  expect((await colours()).join()).not.toContain('#14171f')
  await page.emulateMedia({ media: 'screen' })
  await expect.poll(colours).toEqual(dark)
})

it('the site includes the licences of its fonts and libraries, each with its text', () => {
  const notices = readFileSync(join(site.folder, 'third-party-notices.txt'), 'utf8')
  for (const name of ['@fontsource/atkinson-hyperlegible-next', '@fontsource/bricolage-grotesque', '@slidev/client', '@vue/runtime-dom'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'))
  expect(notices).toContain('SIL OPEN FONT LICENSE')
  expect(notices).not.toContain('comes without a text')
})
