import type { Answer } from '../live/domain/check-answer.ts'
import type { Stored } from './storage.ts'
import { checkAnswer } from '../live/domain/check-answer.ts'
import { isRecord } from '../live/domain/is-record.ts'
import { polls } from './polls.ts'
import { allSections } from './sections.ts'
import { openStored } from './storage.ts'

/** Stands in the place of a session's name for what is stored on the self-paced site. */
export const readerSession = 'reader'

/** Where somebody stopped reading: the name of a slide, or an empty string. */
export function openPlace(storage?: () => Storage): Stored<string> {
  return openStored({ name: 'place', session: readerSession, version: 1, empty: '', isValid: value => typeof value === 'string', storage })
}

/** What a reader answered, by poll id. An answer that no longer fits its poll is left out. */
export function openReaderAnswers(storage?: () => Storage): Pick<Stored<Record<string, Answer>>, 'read' | 'update'> {
  const stored = openStored<Record<string, Answer>>({ name: 'polls', session: readerSession, version: 1, empty: {}, isValid: isRecord<Answer>, storage })
  return { read: () => fitting(stored.read()), update: stored.update }
}

/** A section with its slides, for the table of contents. */
export interface Part<Slide> { title: string, stop: number | null, slides: Slide[] }

/** The slides by section, in the order of the workshop; sections without slides are left out. */
export function partsOf<Slide extends { section: string }>(slides: readonly Slide[]): Part<Slide>[] {
  return allSections
    .map(({ id, title, stop }) => ({ title, stop, slides: slides.filter(slide => slide.section === id) }))
    .filter(part => part.slides.length > 0)
}

function fitting(answers: Record<string, Answer>): Record<string, Answer> {
  return Object.fromEntries(Object.entries(answers).filter(([id, answer]) => {
    const poll = polls.find(other => other.id === id)
    return poll && checkAnswer(poll, answer).ok
  }))
}
