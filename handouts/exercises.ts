import type { FacilitatorPart, Format, Minutes, ParticipantPart } from '../exercises/exercise.ts'
import type { Kit } from './kit.ts'
import { exerciseMatrix, exerciseMinutes } from '../exercises/agenda-matrix.ts'
import { formats } from '../exercises/agenda.ts'
import { facilitator as breakTheHybrid } from '../exercises/break-the-hybrid/facilitator.ts'
import { participant as breakTheHybridSheet } from '../exercises/break-the-hybrid/participant.ts'
import { facilitator as clarity } from '../exercises/clarity/facilitator.ts'
import { participant as claritySheet } from '../exercises/clarity/participant.ts'
import { facilitator as energyAudit } from '../exercises/energy-audit/facilitator.ts'
import { participant as energyAuditSheet } from '../exercises/energy-audit/participant.ts'
import { facilitator as exitTicket } from '../exercises/exit-ticket/facilitator.ts'
import { participant as exitTicketSheet } from '../exercises/exit-ticket/participant.ts'
import { facilitator as forecast } from '../exercises/forecast/facilitator.ts'
import { participant as forecastSheet } from '../exercises/forecast/participant.ts'
import { facilitator as hybridCheck } from '../exercises/hybrid-check/facilitator.ts'
import { participant as hybridCheckSheet } from '../exercises/hybrid-check/participant.ts'
import { facilitator as openForecast } from '../exercises/open-forecast/facilitator.ts'
import { participant as openForecastSheet } from '../exercises/open-forecast/participant.ts'
import { facilitator as sortTheWork } from '../exercises/sort-the-work/facilitator.ts'
import { participant as sortTheWorkSheet } from '../exercises/sort-the-work/participant.ts'
import { facilitator as theToll } from '../exercises/the-toll/facilitator.ts'
import { participant as theTollSheet } from '../exercises/the-toll/participant.ts'
import { facilitator as threeQuestions } from '../exercises/three-questions/facilitator.ts'
import { participant as threeQuestionsSheet } from '../exercises/three-questions/participant.ts'
import { facilitator as tryIt } from '../exercises/try-it/facilitator.ts'
import { participant as tryItSheet } from '../exercises/try-it/participant.ts'
import { facilitator as twoTuesdays } from '../exercises/two-tuesdays/facilitator.ts'
import { participant as twoTuesdaysSheet } from '../exercises/two-tuesdays/participant.ts'

/** Both parts of an exercise, what one length of workshop does of it in a few words, and where it begins. */
export interface GuideExercise {
  sheet: ParticipantPart
  part: FacilitatorPart
  how: string
  /** Id of the section of its first slide; empty for what is on no slide. */
  section: string
}

const all: readonly { sheet: ParticipantPart, part: FacilitatorPart }[] = [
  { sheet: claritySheet, part: clarity },
  { sheet: twoTuesdaysSheet, part: twoTuesdays },
  { sheet: sortTheWorkSheet, part: sortTheWork },
  { sheet: energyAuditSheet, part: energyAudit },
  { sheet: tryItSheet, part: tryIt },
  { sheet: breakTheHybridSheet, part: breakTheHybrid },
  { sheet: hybridCheckSheet, part: hybridCheck },
  { sheet: theTollSheet, part: theToll },
  { sheet: forecastSheet, part: forecast },
  { sheet: exitTicketSheet, part: exitTicket },
  { sheet: openForecastSheet, part: openForecast },
  { sheet: threeQuestionsSheet, part: threeQuestions },
]

/** The exercises that take time in the kit's length of workshop, in the order of the deck. */
export function exercisesFor({ format, slides }: Pick<Kit, 'format' | 'slides'>): GuideExercise[] {
  return all.flatMap(({ sheet, part }) => {
    const row = exerciseMatrix.find(({ id }) => id === part.id)
    const own = row?.parts.filter(({ minutes }) => minutes[format]) ?? []
    const section = slides.find(({ alias }) => own.some(({ slide }) => slide === alias))?.section ?? ''
    return own.length > 0 ? [{ sheet, part, how: row?.how[format] ?? '', section }] : []
  })
}

/** How long something takes in each of some lengths. */
export interface TimedRow { title: string, minutes: readonly (Minutes | undefined)[] }

/** Everything that takes time in one length, with its minutes in all lengths that do any of it. */
export function minutesTable(format: Format): { lengths: readonly Format[], rows: readonly TimedRow[] } {
  const own = exerciseMatrix.filter(({ id }) => exerciseMinutes(id, format))
  const lengths = formats.filter(length => own.some(({ id }) => exerciseMinutes(id, length)))
  return { lengths, rows: own.map(({ id, title }) => ({ title, minutes: lengths.map(length => exerciseMinutes(id, length)) })) }
}
