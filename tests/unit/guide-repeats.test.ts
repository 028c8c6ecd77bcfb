import type { FacilitatorPart } from '../../exercises/exercise.ts'
import { expect, it } from 'vitest'
import { formats } from '../../exercises/agenda.ts'
import { checklists } from '../../exercises/facilitating-checklists.ts'
import { helperSheet } from '../../exercises/facilitating-helper.ts'
import { reunionChecklist, reunionPurpose } from '../../exercises/facilitating-reunion.ts'
import { hybrid, managerSheets, remote } from '../../exercises/facilitating-variants.ts'
import * as facilitating from '../../exercises/facilitating.ts'
import { reunionFormat } from '../../exercises/sections.ts'
import { slidesWithNotes } from '../../scripts/export/slides-with-notes.ts'

const parts = Object.values(import.meta.glob<{ facilitator: FacilitatorPart }>('../../exercises/*/facilitator.ts', { eager: true })).map(({ facilitator }) => facilitator)

/** Every piece of text in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string')
    return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
}

/** The sentences of some text that are long enough to be more than a phrase. */
function sentences(text: string): string[] {
  return text.replaceAll(/\[click(?::\d+)?\]/g, '').replaceAll(/[“”"]/g, '').split(/(?<=[.?!:])\s+/).map(one => one.trim()).filter(one => one.split(' ').length >= 6)
}

it.each(formats)('the guide for %i minutes repeats no sentence of the notes or of itself', async (format) => {
  const slides = await slidesWithNotes(format)
  const notes = slides.flatMap(({ note }) => note.flatMap(({ text }) => sentences(text)))
  expect(notes.length).toBeGreaterThan(3 * slides.length)
  for (const manager of Object.values(managerSheets)) {
    const beside = texts([parts, facilitating, format === reunionFormat ? [reunionPurpose, reunionChecklist] : checklists(format), helperSheet, remote, hybrid, manager]).flatMap(sentences)
    expect(beside.filter((sentence, i) => notes.includes(sentence) || beside.indexOf(sentence) < i)).toEqual([])
  }
})
