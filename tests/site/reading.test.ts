import type { Page } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { optionsOf } from '../../live/domain/poll-rules.ts'
import { aliasOf, compared, eachKind, question, slides } from '../deck-polls.ts'
import { at, laptop, openReader, phone, useSite, visit } from './reader.ts'

useSite()

const audit = aliasOf('audit', slide => slide.exercise === 'energy-audit')
const table = aliasOf('table of roles', slide => slide.body.includes('<RoleTable'))
const check = aliasOf('hybrid check', slide => slide.exercise === 'hybrid-check')
const layouts = (...names: string[]): string[] => names.map(name => aliasOf(name, slide => slide.layout === name))
const chosen = optionsOf(question.poll)[1]?.label ?? ''
const numberOf = (alias: string): number => slides.findIndex(slide => slide.alias === alias) + 1

/** What is wrong with the page for somebody who cannot see it, or cannot see it well. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

/** The size at which a line of text reaches the eye, in CSS pixels. */
function sizeOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).first().evaluate((element: HTMLElement) => Number.parseFloat(getComputedStyle(element).fontSize) * (element.getBoundingClientRect().width / element.offsetWidth))
}

describe('reading mode', () => {
  it('turns pages by keys, buttons and the contents', async () => {
    const page = await openReader(laptop)
    await at(page, 1)
    await page.keyboard.press('ArrowRight')
    await at(page, 2)
    await page.getByRole('button', { name: 'Next' }).click()
    await at(page, 3)
    await page.keyboard.press('ArrowLeft')
    await at(page, 2)
    await page.keyboard.press('PageDown')
    await at(page, 3)
    await page.getByRole('button', { name: 'Back' }).click()
    await at(page, 2)
    await page.getByRole('button', { name: 'Contents' }).click()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('dialog').locator(`a[href$="/${audit}"]`).click()
    await at(page, numberOf(audit))
    expect(new URL(page.url()).pathname).toBe(`/the-fork/${audit}`)
    await page.goBack()
    await at(page, 2)
  })

  it('leaves scrolling keys to a long page', async () => {
    const page = await openReader(phone, audit)
    await page.getByRole('button', { name: 'Start' }).waitFor()
    await page.keyboard.press('PageDown')
    await page.waitForFunction(() => scrollY > 0)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.audit-scale input:checked')?.value === '-1')
    await at(page, numberOf(audit))
  })

  it('has legible words and large buttons on a phone', async () => {
    const page = await openReader(phone, audit)
    expect(await sizeOf(page, '.reading-words > p')).toBeGreaterThanOrEqual(16)
    expect(await sizeOf(page, '.audit-text')).toBeGreaterThanOrEqual(16)
    const buttons = await page.locator('.reading-mode button:visible').evaluateAll(all => all.map(one => one.getBoundingClientRect().height))
    expect(Math.min(...buttons)).toBeGreaterThanOrEqual(44)
    await visit(page, (eachKind.find(({ poll }) => poll.kind === 'multi') ?? question).alias)
    expect(await sizeOf(page, '.reading-words .poll-form label')).toBeGreaterThanOrEqual(16)
  })

  it('enlarges a slide that is too small to read', async () => {
    const page = await openReader(phone, table)
    const small = await sizeOf(page, '#slideshow > :not([style*="none"]) h1')
    await page.getByRole('button', { name: 'Enlarge the slide' }).click()
    await expect.poll(() => sizeOf(page, '#slideshow > :not([style*="none"]) h1')).toBeGreaterThan(2 * small)
    await page.getByRole('button', { name: 'Whole slide' }).click()
    await expect.poll(() => sizeOf(page, '#slideshow > :not([style*="none"]) h1')).toBeLessThan(1.1 * small)
  })

  it.each([
    ['light', laptop, [...layouts('cover'), question.alias, audit]],
    ['dark', phone, [...eachKind.map(({ alias }) => alias), audit, ...layouts('evidence', 'sources')]],
  ] as const)('has no accessibility violations, %s', async (colorScheme, device, aliases) => {
    const page = await openReader({ ...device, colorScheme })
    const found: string[] = []
    for (const alias of aliases) {
      await visit(page, alias)
      await page.locator('.reading-words :is(p, button)').first().waitFor()
      found.push(...(await barriers(page)).map(barrier => `${alias}: ${barrier}`))
    }
    await page.getByRole('button', { name: 'Contents' }).click()
    found.push(...await barriers(page))
    expect(found).toEqual([])
  })
})

describe('the work of a reader', () => {
  it('is stored on the device, offered again, and deleted with one button', async () => {
    const page = await openReader(phone, audit)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('1 of 16').waitFor()
    await page.getByText('Gives me a lot', { exact: true }).click()
    await page.getByText('2 of 16').waitFor()
    await visit(page, question.alias)
    await page.locator('.reading-words').getByText(chosen, { exact: true }).click()
    await page.getByRole('button', { name: 'Keep my answer' }).click()
    await page.locator('.reading-words .own', { hasText: chosen }).waitFor()
    await page.locator('.reading-words').getByText(question.poll.purpose).waitFor()

    await visit(page, '')
    await page.getByRole('button', { name: `Go on at ${numberOf(question.alias)}: ${question.poll.question}` }).click()
    await page.locator('.reading-words .own', { hasText: chosen }).waitFor()
    await visit(page, audit)
    await page.getByText('2 of 16').or(page.getByRole('button', { name: 'Go on where I stopped' })).waitFor()

    await page.getByRole('button', { name: 'Contents' }).click()
    await page.getByRole('button', { name: 'Delete everything kept' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await at(page, 1)
    expect(await page.getByRole('button', { name: /^Go on/ }).count()).toBe(0)
    expect(await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('the-fork:')))).toEqual([])
    await visit(page, question.alias)
    await page.getByRole('button', { name: 'Keep my answer' }).waitFor()
  })

  it.each(compared)('shows the answer to $first.alias beside that to $last.alias, and nothing is left to reveal', async ({ first, last }) => {
    const page = await openReader(laptop, first.alias)
    const slide = page.locator('#slideshow > :not([style*="none"])')
    await slide.getByRole('group').getByText('2', { exact: true }).click()
    await slide.getByRole('button', { name: 'Keep my answer' }).click()
    await slide.getByText('2 on the scale').waitFor()
    await page.keyboard.press('ArrowRight')
    await at(page, numberOf(first.alias) + 1)
    await visit(page, last.alias)
    await slide.getByRole('group').getByText('4', { exact: true }).click()
    await slide.getByRole('button', { name: 'Keep my answer' }).click()
    await slide.getByText('The first time you said 2.').waitFor()
  })

  it('can be done in a browser that stores nothing', async () => {
    const page = await openReader(laptop)
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { configurable: true, get: () => JSON.parse('blocked') as Storage }))
    await visit(page, check)
    await page.getByText('does not let the check keep anything').waitFor()
    await page.keyboard.press('ArrowRight')
    await at(page, numberOf(check) + 1)
  })
})
