import type { FacilitatorPart, ParticipantPart } from '../../exercises/exercise.ts'
import { describe, expect, it } from 'vitest'
import { exerciseMatrix, exerciseMinutes } from '../../exercises/agenda-matrix.ts'
import { formats } from '../../exercises/agenda.ts'

const participants = Object.entries(import.meta.glob<{ participant: ParticipantPart }>('../../exercises/*/participant.ts', { eager: true }))
const facilitators = import.meta.glob<{ facilitator: FacilitatorPart }>('../../exercises/*/facilitator.ts', { eager: true })

/** Every piece of text in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string')
    return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
}

describe.each(participants)('%s', (path, { participant }) => {
  const [, id = ''] = /([^/]+)\/participant\.ts$/.exec(path) ?? []
  const facilitator = facilitators[path.replace('participant', 'facilitator')]?.facilitator

  it('has a facilitator\'s part', () => {
    expect(facilitator).toBeDefined()
  })

  it('has text in every field of both parts', () => {
    for (const value of [...Object.values(participant), ...Object.values(facilitator ?? {})])
      expect(texts(value)).not.toHaveLength(0)
    for (const text of texts([participant, facilitator]))
      expect(text.trim()).not.toBe('')
  })

  it.each(formats)('says how it is done at %i minutes exactly where it has minutes', (format) => {
    const row = exerciseMatrix.find(one => one.id === id)
    expect(row).toBeDefined()
    expect(Boolean(row?.how[format])).toBe(exerciseMinutes(id, format) !== undefined)
  })
})
