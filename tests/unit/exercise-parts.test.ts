import type { FacilitatorPart, ParticipantPart } from '../../exercises/exercise.ts'
import { describe, expect, it } from 'vitest'
import { formats, runSheet } from '../../exercises/agenda.ts'

const participants = Object.entries(import.meta.glob<{ participant: ParticipantPart }>('../../exercises/*/participant.ts', { eager: true }))
const facilitators = import.meta.glob<{ facilitator: FacilitatorPart }>('../../exercises/*/facilitator.ts', { eager: true })

/** Every piece of text in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string')
    return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
}

describe.each(participants)('%s', (path, { participant }) => {
  const facilitator = facilitators[path.replace('participant', 'facilitator')]?.facilitator

  it('belongs to its folder, and so does what the facilitator reads', () => {
    expect(path).toContain(`/${participant.id}/`)
    expect(facilitator?.id).toBe(participant.id)
  })

  it('has every part written', () => {
    const { minutes: _, ...written } = { minutes: null, ...facilitator }
    for (const value of [...Object.values(participant), ...Object.values(written)])
      expect(texts(value)).not.toHaveLength(0)
    for (const text of texts([participant, written]))
      expect(text.trim()).not.toBe('')
  })

  it.each(formats)('fits into %i minutes', (format) => {
    const minutes = facilitator?.minutes[format]
    if (!minutes)
      return
    expect(minutes.from).toBeLessThanOrEqual(minutes.planned)
    expect(minutes.planned).toBeLessThanOrEqual(minutes.to)
    const longest = Math.max(...runSheet(format, 0).map(row => row.minutes.to))
    expect(minutes.to).toBeLessThanOrEqual(longest)
  })
})

it('all exercises of one length together fit into it', () => {
  for (const format of formats) {
    const sum = Object.values(facilitators).reduce((total, { facilitator }) => total + (facilitator.minutes[format]?.planned ?? 0), 0)
    expect(sum).toBeLessThan(format)
  }
})
