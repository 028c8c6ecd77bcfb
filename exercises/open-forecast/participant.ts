import type { ParticipantPart } from '../exercise.ts'
import { dayNinetyQuestions } from '../forecast/forecast.ts'

export const participant: ParticipantPart = {
  title: 'Open the forecast',
  purpose: 'People misremember what they expected to feel. Shown what they wrote, they learn how well they predict themselves.',
  materials: ['your sealed forecast, on paper or in your calendar', 'the sheet for today'],
  steps: [...dayNinetyQuestions, 'If your trial still runs, keep the forecast closed and write only how it feels so far.'],
  sees: ['the three questions, on the slide and on the sheet', 'what you wrote yourself: nobody else sees it'],
}
