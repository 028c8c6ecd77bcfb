import type { Plan } from '../live/domain/pacing.ts'
import type { Format } from './exercise.ts'
import { agenda, runSheet } from './agenda.ts'
import { reunionFormat } from './sections.ts'

/** The agenda of one length in the form that the live session follows. */
export function planOf(format: Format): Plan {
  return {
    arrival: format === reunionFormat ? 'welcome-back' : 'cover',
    sections: runSheet(format, 0).map(({ id, title, start, end }) => ({ id, title, start, end })),
    cuts: agenda.cuts[format],
  }
}
