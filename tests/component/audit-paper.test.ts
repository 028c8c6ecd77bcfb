import type { Component } from 'vue'
import { describe, expect, it } from 'vitest'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { exerciseMatrix } from '../../exercises/agenda-matrix.ts'
import { formA, formB, twoItems } from '../../exercises/energy-audit/items.ts'
import AuditForm from '../../handouts/workbook/AuditForm.vue'
import AuditScoring from '../../handouts/workbook/AuditScoring.vue'

/** Words a minute, as the agenda counts them, and minutes for adding up by hand. */
const [pace, addingUp] = [130, 2]

async function textOf(component: Component, props: object): Promise<string> {
  const html = await renderToString(createSSRApp(component, { ...props }))
  return html.replace(/<!--.*?-->|<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

describe.each([['A', formA], ['B', formB]] as const)('form %s of the audit', (name, items) => {
  it('can be read, rated and added up in the minutes of every length that does all of it', async () => {
    const text = `${await textOf(AuditForm, { name, items })} ${await textOf(AuditScoring, { name, items })}`
    const minutes = text.split(' ').filter(word => /[a-z]/i.test(word)).length / pace + addingUp
    const whole = exerciseMatrix.flatMap(({ parts }) => parts).filter(({ slide }) => slide === 'audit').flatMap(part => Object.values(part.minutes))
    expect(whole.length).toBeGreaterThan(0)
    for (const { planned } of whole)
      expect(minutes).toBeLessThanOrEqual(planned)
  })

  it('marks the two rows of the short audit, and asks for the strongest lines first', async () => {
    const [front, back] = [await textOf(AuditForm, { name, items }), await textOf(AuditScoring, { name, items })]
    for (const id of twoItems)
      expect(front).toContain(`▸ ${items.indexOf(id) + 1} `)
    expect(front.match(/▸ \d/g)).toHaveLength(twoItems.length)
    expect(back.indexOf('my strongest lines')).toBeLessThan(back.indexOf('Add up each column'))
    expect(back).toMatch(/piloted.*yours alone.*not for choosing/)
  })
})
