import type { Component } from 'vue'
import type { Answers } from '../../exercises/energy-audit/scoring.ts'
import type { Rating } from '../../exercises/rating.ts'
import { describe, expect, it } from 'vitest'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import AuditAnswers from '../../components/audit/AuditAnswers.vue'
import AuditItem from '../../components/audit/AuditItem.vue'
import AuditReading from '../../components/audit/AuditReading.vue'
import AuditTrials from '../../components/audit/AuditTrials.vue'
import EnergyAudit from '../../components/audit/EnergyAudit.vue'
import HybridCheck from '../../components/hybrid/HybridCheck.vue'
import HybridReading from '../../components/hybrid/HybridReading.vue'
import { blankPlaces } from '../../exercises/energy-audit/audit.ts'
import { axisItems, formA, itemText } from '../../exercises/energy-audit/items.ts'
import { scoreAudit } from '../../exercises/energy-audit/scoring.ts'
import { everyResultEnds, sentencesFor } from '../../exercises/energy-audit/sentences.ts'
import { nothingStrong, strongestLines } from '../../exercises/energy-audit/strongest.ts'
import { facts } from '../../exercises/hybrid-check/facts.ts'

/** What is read on the screen: tags and comments removed, quotes as written. */
async function textOf(component: Component, props: Record<string, unknown>): Promise<string> {
  const html = await htmlOf(component, props)
  return html.replace(/<!--.*?-->|<[^>]*>/g, ' ').replace(/&quot;/g, '"').replace(/&#39;/g, '\'').replace(/\s+/g, ' ')
}

function htmlOf(component: Component, props: Record<string, unknown>): Promise<string> {
  return renderToString(createSSRApp(component, props))
}

function reading(answers: Answers): Record<string, unknown> {
  const audit = { at: formA.length, drafts: answers }
  return { audit, reading: scoreAudit(answers), blanks: blankPlaces(audit), heading: 'h1' }
}

function answers(people: readonly Rating[], systems: readonly Rating[]): Answers {
  const side = (axis: 'people' | 'systems', ratings: readonly Rating[]): Answers => Object.fromEntries(axisItems[axis].map((id, i) => [id, { rating: ratings[i] ?? 0 }]))
  return { ...side('people', people), ...side('systems', systems), C1: { rating: 0 }, C2: { rating: 0 } }
}

const cases: [name: string, answers: Answers][] = [
  ['too close', answers([1, 1, 0, 0, -1], [0, 1, -1, 2])],
  ['people', answers([1, 1, 1, 1, 1, -2, 2], [0, 1, -1])],
  ['systems, clearly', answers([-1, -2, 0, -1, -1], [2, 1, 2, 0, 1, 0, 1])],
  ['both feed', answers([2, 1, 1, 1, 0, 1], [1, 2, 1, 1, 0, 1])],
  ['both cost', answers([-2, -1, -1, -1, 0, -1], [-1, -2, -1, -1, 0, -1])],
]

describe('a reading of the audit', () => {
  it.each(cases)('%s: strongest lines, headline, three bars, every sentence with its rule, and the limits', async (_name, given) => {
    const html = await htmlOf(AuditReading, reading(given))
    const text = await textOf(AuditReading, reading(given))
    const sentences = sentencesFor(scoreAudit(given))
    expect(html).toMatch(/<h1[^>]*>Your strongest lines<\/h1>/)
    expect(html).toMatch(new RegExp(`<h2[^>]*>${sentences[0]?.title}</h2>`))
    const strong = strongestLines(given).flatMap(({ items }) => items)
    for (const id of strong)
      expect(text.indexOf(itemText[id])).toBeLessThan(text.indexOf(sentences[0]?.title ?? ''))
    expect(text.includes(nothingStrong)).toBe(strong.length === 0)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<svg role="img"/g)).toHaveLength(3)
    for (const sentence of sentences)
      expect(text).toContain(`${sentence.text} Shown because: ${sentence.rule}`)
    for (const limit of everyResultEnds)
      expect(text).toContain(limit)
    expect(text).toContain('Save as picture')
  })

  it('has only the sentence and the way on when it is incomplete', async () => {
    const text = await textOf(AuditReading, reading({ S2: { rating: 1 } }))
    expect(text).toContain('No reading yet')
    expect(text).toContain('Answer the 15 that are blank')
    expect(text).not.toContain('Save as picture')
    expect(await htmlOf(AuditReading, reading({}))).not.toContain('<svg')
  })

  it('has no bars for answers that are all the same, and keeps the answers', async () => {
    const same: Answers = Object.fromEntries(formA.map(id => [id, { rating: 1 }]))
    const text = await textOf(AuditReading, reading(same))
    expect(text).toContain('No reading from these answers')
    expect(text).toContain(itemText.S2)
  })
})

describe('the form of the audit', () => {
  it.each(formA.map((item, place) => [item, place]))('%s does not say which side it belongs to', async (item, place) => {
    const text = await textOf(AuditItem, { item, place, count: 16, draft: {}, heading: 'h1' })
    expect(text).toContain(`${place + 1} of 16`)
    expect(text).toContain(itemText[item])
    expect(text).not.toMatch(/people work|systems work|[PSC]\d/i)
  })

  it('marks the answer that was given, and the tick', async () => {
    const html = await htmlOf(AuditItem, { item: 'P1', place: 2, count: 16, draft: { rating: -1, never: true }, heading: 'h2' })
    expect(html.match(/ checked/g)).toHaveLength(2)
    expect(html).toMatch(/value="-1" checked/)
    expect(html).toContain('<h2')
  })

  it('lists every answer in the order of the form', async () => {
    const text = await textOf(AuditAnswers, { audit: { at: 16, drafts: { S2: { rating: 2 }, P5: { rating: -2, never: true } } } })
    expect(text).toMatch(/\+2.*tracing one odd fault.*Gives me a lot.*−2.*Answering to leadership for whether people.*I have never done this/)
    expect(text.match(/Blank/g)).toHaveLength(14)
  })

  it('starts without storage, and says that nothing is stored', async () => {
    const text = await textOf(EnergyAudit, { session: 'monday' })
    expect(text).toContain('does not let the exercise keep anything')
    expect(text).toContain('Start')
    expect(text).not.toContain('Clear all my answers')
  })
})

describe('the trial menu of the audit', () => {
  it('holds the trials that try what was ticked, and no others', async () => {
    const text = await textOf(AuditTrials, { never: ['P7'], heading: 'h1' })
    expect(text).toContain('Mentor one junior')
    expect(text).toContain('People work')
    expect(text).not.toContain('Systems work')
  })

  it('says why it is empty when nothing was ticked', async () => {
    expect(await textOf(AuditTrials, { never: [], heading: 'h1' })).toContain('You ticked nothing as never done')
  })
})

describe('the hybrid check', () => {
  it('shows the five facts and no reading before somebody begins', async () => {
    const text = await textOf(HybridCheck, { session: 'monday' })
    for (const fact of facts)
      expect(text).toContain(fact.text)
    expect(text).toContain('None of these is true')
    expect(text).not.toContain('You ticked')
  })

  it.each([[0, 'Watch'], [2, 'Strained'], [3, 'Plan the split now']])('%i ticks: %s, with the rule', async (count, title) => {
    const text = await textOf(HybridReading, { ticked: facts.slice(0, count).map(fact => fact.id) })
    expect(text).toContain(`${title} `)
    expect(text).toContain(`You ticked ${count} of 5. 0 to 1: watch. 2: strained. 3 to 5: plan the split now.`)
  })
})
