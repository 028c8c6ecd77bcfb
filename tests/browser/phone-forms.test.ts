import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { formOf } from '../../exercises/registry.ts'
import { definePolls } from '../../live/domain/define-polls.ts'
import { expectNoSidewaysScroll } from './accessibility.ts'
import { expectAccessible, newPhone, openExerciseRoom, openPhoneRoom, openTab, useBrowser } from './phone-room.ts'

useBrowser()

/** A scale of so many steps, with the shipped names of its ends, with one long word, and with one written from the right beside numbers below zero. */
const scales = [[2, 1], [5, 1], [7, 1], [10, -4], [11, 0]].map(([steps = 0, min = 0]) => ({ steps, min, max: min + steps - 1 }))
const polls = definePolls('tests/browser/phone-forms.test.ts', scales.map(({ steps, min, max }) => ({
  id: `steps-${steps}`,
  kind: 'scale' as const,
  question: `Where are you, of ${steps}?`,
  purpose: 'To try the form.',
  min,
  max,
  minLabel: steps === 7 ? 'Zusammengehörigkeitsgefühl' : min < 0 ? 'אין לי מושג' : 'Fog',
  maxLabel: 'I could name it and date it',
})))
const slides = polls.map(({ id }, i) => ({ no: i + 1, title: id, alias: `ask-${id}`, section: 'welcome', poll: id, exercise: null, clicks: 1 }))

interface Step { left: number, right: number, top: number, bottom: number, number: number, end: boolean }

/** Where the steps of the form stand, and how high the text of each number is in lines. */
function stepsOf(page: Page): Promise<Step[]> {
  return page.locator('.options label').evaluateAll(labels => labels.map((label) => {
    const { left, right, top, bottom } = label.getBoundingClientRect()
    const range = document.createRange()
    const text = label.querySelector('span')?.firstChild
    if (text)
      range.selectNode(text)
    const end = label.querySelector<HTMLElement>('.end')
    return { left, right, top, bottom, number: range.getClientRects().length, end: end !== null && end.offsetWidth > 2 }
  }))
}

describe.each([[312, '100%'], [320, '100%'], [360, '100%'], [360, '125%'], [320, '200%'], [360, '200%'], [412, '150%']])('a scale on a phone of %i px with text at %s', (width, size) => {
  it('shows its steps in one row, or one per line with the names of the ends beside them', async () => {
    const room = await openPhoneRoom({ polls, manifest: { format: 90, slides } })
    const page = await openTab(await newPhone({ viewport: { width, height: 640 } }), room)
    await page.evaluate(text => document.documentElement.style.fontSize = text, size)
    for (const { no, poll } of slides) {
      await room.presenter.send('POST', '/api/slide', { slide: no, clicks: 0 })
      await page.getByText(`Where are you, of ${poll.slice('steps-'.length)}?`).first().waitFor()
      await page.locator('.options label').first().waitFor()
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      const steps = await stepsOf(page)
      expect(steps).toHaveLength(Number(poll.slice('steps-'.length)))
      const oneRow = new Set(steps.map(({ top }) => top)).size === 1
      const oneColumn = new Set(steps.map(({ left }) => left)).size === 1
      expect(oneRow || oneColumn).toBe(true)
      expect(steps.map(({ number }) => number)).toEqual(steps.map(() => 1))
      for (const { left, right, top, bottom } of steps)
        expect(Math.min(right - left, bottom - top)).toBeGreaterThanOrEqual(47.9)
      expect(steps.filter(({ end }) => end)).toHaveLength(oneRow ? 0 : 2)
      expect(await page.locator('.ends').isVisible()).toBe(oneRow)
      await expectNoSidewaysScroll(page)
      if (size === '100%')
        await expectAccessible(page)
    }
  })
})

it.each([[360, '100%'], [320, '100%'], [320, '200%']])('text is centred in labels and buttons of every exercise and form: %i px, text at %s', async (width, size) => {
  const room = await openExerciseRoom()
  const page = await openTab(await newPhone({ viewport: { width, height: 640 } }), room)
  await page.evaluate(text => document.documentElement.style.fontSize = text, size)
  for (const what of room.whats.filter(one => one !== 'talk')) {
    await room.goTo(what)
    await page.getByText(formOf(what) ? `${formOf(what)?.title} · ` : /\?$/).first().waitFor()
    await page.locator('main :is(button, input, textarea)').first().waitFor()
    const off = await page.locator('main :is(label, button)').evaluateAll(all => all.flatMap((box) => {
      const style = getComputedStyle(box)
      const outer = box.getBoundingClientRect()
      if (outer.height === 0 || (style.borderTopWidth === '0px' && style.backgroundColor === 'rgba(0, 0, 0, 0)'))
        return []
      const range = document.createRange()
      range.selectNodeContents(box)
      const inner = range.getBoundingClientRect()
      const aside = Math.abs((inner.top + inner.bottom - outer.top - outer.bottom) / 2)
      return aside > 3 ? [`${box.textContent?.trim().slice(0, 40)}: ${Math.round(aside)} px`] : []
    }))
    expect(off, what).toEqual([])
  }
})
