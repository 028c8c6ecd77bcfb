import type { ParticipantPart } from '../exercise.ts'
import { reunionQuestions } from './questions.ts'

export const participant: ParticipantPart = {
  title: 'Three questions',
  purpose: 'You hear yourself say what the trial was like before you decide what comes next. Whoever never began answers for the weeks they had instead.',
  materials: ['the sheet for today', 'your partner from that day, or anybody'],
  steps: [
    'One asks the three questions, the other answers. No advice.',
    ...reunionQuestions,
    'Swap at half time.',
    'Write down what you want to keep. It is yours.',
  ],
  sees: ['the three questions, on the slide and on the sheet'],
}
