import { AxeBuilder } from '@axe-core/playwright'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it, onTestFinished } from 'vitest'
import { siteSheets } from '../../exercises/sheets.ts'
import { slides } from '../deck-polls.ts'
import { installed, installing, laptop, openReader, phone, useSite, visit } from './reader.ts'
import { hostSite } from './static-host.ts'

useSite()

describe.each(siteSheets)('the sheet “$title” on the site', ({ name, title, beside }) => {
  it('works without a script, fits a phone, and links to the deck', async () => {
    const page = await openReader({ ...phone, javaScriptEnabled: false }, `${name}.html`, undefined, 'h1')
    expect(await page.title()).toBe(`The Fork: ${title}`)
    expect(await page.locator('html').evaluate(html => html.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width)
    await page.getByRole('link', { name: 'The Fork' }).click()
    await page.waitForURL('**/the-fork/')
  })

  it('has no accessibility violations, and prints on one side of a sheet without the link to the deck', async () => {
    const page = await openReader(laptop, `${name}.html`, undefined, 'h1')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))).toEqual([])
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
    expect(pdf.numPages).toBe(1)
    const { items } = await (await pdf.getPage(1)).getTextContent()
    expect(items.map(item => 'str' in item ? item.str : '').join(' ')).not.toContain('Print this page')
  })

  it('is offered beside slides that exist, and in the contents', async () => {
    for (const alias of beside)
      expect(slides.map(slide => slide.alias)).toContain(alias)
    const page = await openReader(phone, beside[0])
    await page.locator('.reading-words').getByRole('link', { name: title }).click()
    await page.waitForURL(`**/the-fork/${name}.html`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await visit(page, '')
    await page.getByRole('button', { name: 'Contents' }).click()
    expect(await page.getByRole('dialog').getByRole('link', { name: title }).getAttribute('href')).toBe(`/the-fork/${name}.html`)
  })
})

it('the sheets open when the server is gone', async () => {
  const host = await hostSite()
  onTestFinished(() => host.close())
  const page = await openReader({ ...phone, ...installing }, '', host.url)
  await installed(page)
  await host.close()
  for (const { name, title } of siteSheets) {
    await page.goto(`${host.url}${name}.html`)
    expect(await page.title()).toBe(`The Fork: ${title}`)
  }
})
