import type { ReadWork } from '../exercise.ts'
import { noWork } from '../exercise.ts'
import { facts, readCheck } from './facts.ts'
import { openCheck } from './storage.ts'

/** What was ticked, and what that says. */
export const readWork: ReadWork = (session) => {
  const ticked = openCheck(session).read()
  if (ticked === null)
    return noWork
  const { title, text } = readCheck(ticked)
  return { stage: 'finished', takeaway: { title: 'Hybrid check', lines: [`${title}. ${text}`, ...facts.filter(({ id }) => ticked.includes(id)).map(fact => `– ${fact.text}`)] } }
}
