import type { MatrixRow } from './agenda-matrix.ts'
import type { Agenda } from './agenda.ts'
import type { Format } from './exercise.ts'
import { DefinitionError } from '../live/domain/define-polls.ts'
import { exerciseMatrix } from './agenda-matrix.ts'
import { agenda, formats } from './agenda.ts'

/** Words that a facilitator says in a minute, to readers of a second language. */
const WORDS_A_MINUTE = 130
/** Minutes to plan per minute needed: one in eight stays free. */
const RESERVE = 8 / 7
const matrixFile = 'exercises/agenda-matrix.ts'

/** Layouts on which people do something. */
const doing: readonly string[] = ['join', 'poll', 'exercise', 'pair']

/** A slide with the number of words that are spoken on it. */
export interface SpokenSlide {
  alias: string
  section: string
  layout: string
  /** Lengths that show the slide. */
  formats: readonly number[]
  /** Words of its note that are spoken: Say and Bridge. */
  words: number
  /** File and line, such as "pages/07-close.md:23". */
  place: string
}

/** What one section needs in one length. */
interface Need {
  section: string
  words: number
  /** Minutes of its exercises. */
  minutes: number
  /** Both together, with the reserve. */
  needed: number
  /** The slide on which most is said. */
  longest: SpokenSlide | undefined
}

function isIn(slide: SpokenSlide, format: Format): boolean {
  return slide.formats.includes(format)
}

function minutesOn(alias: string, format: Format, matrix: readonly MatrixRow[]): number[] {
  return matrix.flatMap(row => row.parts).filter(part => part.slide === alias).flatMap(part => part.minutes[format]?.planned ?? [])
}

/** What every section of a length needs, in the order of the slides. */
function needsOf(format: Format, slides: readonly SpokenSlide[], matrix: readonly MatrixRow[] = exerciseMatrix): Need[] {
  const shown = slides.filter(slide => isIn(slide, format))
  return [...Map.groupBy(shown, slide => slide.section)].map(([section, own]) => {
    const words = own.reduce((sum, slide) => sum + slide.words, 0)
    const minutes = own.flatMap(slide => minutesOn(slide.alias, format, matrix)).reduce((sum, one) => sum + one, 0)
    return { section, words, minutes, needed: (words / WORDS_A_MINUTE + minutes) * RESERVE, longest: own.toSorted((a, b) => b.words - a.words)[0] }
  })
}

/** Checks that every exercise is on slides that its lengths show, and that every slide on which people do something has minutes. */
function checkMatrix(slides: readonly SpokenSlide[], matrix: readonly MatrixRow[]): void {
  for (const { id, parts } of matrix) {
    for (const { slide: alias, minutes } of parts) {
      const name = `${matrixFile}: exercise "${id}", slide "${alias}"`
      const slide = slides.find(one => one.alias === alias)
      if (alias !== null && !slide)
        throw new DefinitionError(`${name}: no slide in pages/ has this routeAlias. Correct the name, or take this part out.`)
      for (const format of formats) {
        const own = minutes[format]
        if (!own)
          continue
        if (slide && !isIn(slide, format))
          throw new DefinitionError(`${name}: has minutes for the ${format} minutes, which do not show the slide (${slide.place}). Take them out, or add ${format} to the slide's "formats".`)
        if (!(own.from >= 0 && own.from <= own.planned && own.planned <= own.to))
          throw new DefinitionError(`${name}: of the ${format} minutes, ${own.planned} is not between ${own.from} and ${own.to}.`)
      }
    }
  }
  for (const slide of slides.filter(({ layout }) => doing.includes(layout))) {
    const untimed = formats.find(format => isIn(slide, format) && minutesOn(slide.alias, format, matrix).length === 0)
    if (untimed)
      throw new DefinitionError(`${slide.place}: people do something on slide "${slide.alias}", and no exercise in ${matrixFile} has minutes for it in the ${untimed} minutes. Add the slide to an exercise there, with minutes for ${untimed}, or take ${untimed} out of the slide's "formats".`)
  }
}

function inMinutes(value: number): string {
  return `${Math.round(value * 100) / 100}`
}

/**
 * Proves that each section has room for what is said and done in it, in every length.
 * @throws DefinitionError naming the section and the slide with the most words, or the exercise without minutes
 */
export function checkFit(slides: readonly SpokenSlide[], plan: Agenda = agenda, matrix: readonly MatrixRow[] = exerciseMatrix): void {
  checkMatrix(slides, matrix)
  for (const format of formats) {
    for (const { section, words, minutes, needed, longest } of needsOf(format, slides, matrix)) {
      const planned = plan.sections.find(({ id }) => id === section)?.minutes[format]?.planned
      if (planned === undefined || needed <= planned)
        continue
      throw new DefinitionError(`exercises/agenda.ts: section "${section}", field "minutes.${format}": ${planned} minutes are planned and ${inMinutes(needed)} are needed: ${words} spoken words at ${WORDS_A_MINUTE} a minute, ${inMinutes(minutes)} minutes of exercises, and an eighth in reserve. `
        + `Plan more, give an exercise less, or say less: most is said on slide "${longest?.alias}" (${longest?.place}), ${longest?.words} words.`)
    }
  }
}
