import type { SpokenSlide } from '../../exercises/agenda-fit.ts'
import type { MatrixRow } from '../../exercises/agenda-matrix.ts'
import type { Agenda } from '../../exercises/agenda.ts'
import type { Minutes } from '../../exercises/exercise.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFit } from '../../exercises/agenda-fit.ts'
import { exerciseMatrix, exerciseMinutes } from '../../exercises/agenda-matrix.ts'
import { agenda, formats } from '../../exercises/agenda.ts'
import { spokenWords } from '../../handouts/note.ts'
import { readSlides } from '../../scripts/build/read-slides.ts'

const exact = (planned: number): Minutes => ({ planned, from: planned, to: planned })
const each = (planned: number): Record<60 | 90, Minutes> => ({ 90: exact(planned), 60: exact(planned) })

/** A section that takes eight minutes, so that seven are free for words and exercises, in two of the lengths. */
const plan: Agenda = { ...agenda, sections: [{ id: 'fork', tier: 'shorten', minutes: each(8) }] }
function slide(alias: string, words: number, changes: Partial<SpokenSlide> = {}): SpokenSlide {
  return { alias, section: 'fork', layout: 'figure', formats: [60, 90], words, place: `pages/01-the-fork.md:${alias.length}`, ...changes }
}

const row = (alias: string | null, minutes: MatrixRow['parts'][number]['minutes']): MatrixRow => ({ id: 'talk', title: 'Talk', how: {}, parts: [{ slide: alias, minutes }] })

describe('a section', () => {
  it.each<[string, SpokenSlide[], MatrixRow[]]>([
    ['with words for its seven minutes', [slide('one', 500), slide('two', 410)], []],
    ['with half words, half exercise', [slide('one', 455)], [row('one', each(3.5))]],
    ['whose second slide is in the other lengths', [slide('one', 910), slide('two', 900, { formats: [45] })], []],
    ['with an exercise on no slide, for whoever is ahead', [slide('one', 910)], [row(null, each(30))]],
  ])('%s fits', (_, slides, matrix) => {
    expect(() => checkFit(slides, plan, matrix)).not.toThrow()
  })

  it.each<[string, SpokenSlide[], MatrixRow[], string]>([
    ['says ten words too many', [slide('one', 400), slide('talker', 520)], [], 'exercises/agenda.ts: section "fork", field "minutes.60": 8 minutes are planned and 8.09 are needed: 920 spoken words at 130 a minute, 0 minutes of exercises, and an eighth in reserve. Plan more, give an exercise less, or say less: most is said on slide "talker" (pages/01-the-fork.md:6), 520 words.'],
    ['has an exercise too long', [slide('one', 455)], [row('one', { 60: exact(3.5), 90: exact(4) })], 'section "fork", field "minutes.90": 8 minutes are planned and 8.57 are needed: 455 spoken words at 130 a minute, 4 minutes of exercises'],
    ['has an exercise without minutes in one length', [slide('one', 10, { layout: 'exercise' })], [row('one', { 90: exact(1) })], 'pages/01-the-fork.md:3: people do something on slide "one", and no exercise in exercises/agenda-matrix.ts has minutes for it in the 60 minutes.'],
    ['asks a poll that no exercise has', [slide('asks', 10, { layout: 'poll' })], [], 'people do something on slide "asks"'],
    ['lets people join in no time', [slide('in', 10, { layout: 'join' })], [], 'people do something on slide "in"'],
    ['has minutes on a slide that is not there', [slide('one', 10)], [row('own', each(1))], 'exercises/agenda-matrix.ts: exercise "talk", slide "own": no slide in pages/ has this routeAlias.'],
    ['has minutes in a length that leaves the slide out', [slide('one', 10)], [row('one', { 45: exact(1) })], 'exercise "talk", slide "one": has minutes for the 45 minutes, which do not show the slide (pages/01-the-fork.md:3).'],
    ['has fewest minutes above the planned ones', [slide('one', 10)], [row('one', { 90: { planned: 1, from: 2, to: 3 } })], 'of the 90 minutes, 1 is not between 2 and 3.'],
    ['has minutes that are no number', [slide('one', 10)], [row('one', { 90: exact(Number.NaN) })], 'of the 90 minutes, NaN is not between'],
    ['has minutes below none', [slide('one', 10)], [row('one', { 90: exact(-1) })], 'of the 90 minutes, -1 is not between'],
  ])('that %s is refused with a sentence', (_, slides, matrix, sentence) => {
    expect(() => checkFit(slides, plan, matrix)).toThrow(sentence)
  })

  it('is refused exactly when it needs more than is planned, and the slide with the most words is named', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 12 }), (words, halves) => {
      const slides = words.map((count, i) => slide(`slide-${i}`, count))
      const matrix = [row('slide-0', each(halves / 2))]
      const needed = (words.reduce((sum, one) => sum + one, 0) / 130 + halves / 2) * 8 / 7
      if (needed <= 8)
        expect(() => checkFit(slides, plan, matrix)).not.toThrow()
      else
        expect(() => checkFit(slides, plan, matrix)).toThrow(`${Math.max(...words)} words.`)
    }))
  })
})

describe('the spoken words of a note', () => {
  it.each<[string, number]>([
    ['**Say** Two words.\n\n**Do** Nothing at all.\n\n**Expect** A lot of it.\n\n**Bridge** Three more words.', 5],
    ['**Say** Now [click] and [click:3] then.\n\n**Do** x\n\n**Expect** y\n\n**Bridge** On.', 4],
    ['**Say** “Quoted”, and — dashed.\n\n**Do** x\n\n**Expect** y\n\n**Bridge** …', 3],
    ['', 0],
  ])('%j counts %i words', (note, words) => {
    expect(spokenWords(note)).toBe(words)
  })
})

it('the minutes of the deck suffice for its words and exercises', async () => {
  await expect(readSlides()).resolves.not.toHaveLength(0)
})

describe('the minutes of an exercise', () => {
  it.each(formats)('are the sum of its parts at %i minutes', (format) => {
    for (const { id, parts } of exerciseMatrix) {
      const planned = parts.flatMap(part => part.minutes[format]?.planned ?? [])
      expect.soft(exerciseMinutes(id, format)?.planned, id).toBe(planned.length > 0 ? planned.reduce((sum, one) => sum + one, 0) : undefined)
    }
  })

  it.each([['pair-share', 45], ['nothing of the kind', 90]] as const)('of "%s" at %i minutes are undefined', (id, format) => {
    expect(exerciseMinutes(id, format)).toBeUndefined()
  })
})
