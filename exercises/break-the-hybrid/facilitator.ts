import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  materials: [
    'Sticky notes and pens for those without a phone',
    'A flip chart with one empty line: “From Monday we stop …”',
  ],
  goodLooksLike: [
    'Laughter during the first question, silence during the second.',
    'One of the eight stands out, and nobody is surprised.',
    'The thing to stop is small, has a name beside it, and can be seen from outside.',
  ],
  debrief: [
    'Which of the eight did nobody decide? How did it start?',
    'What would have to be true here for one person to do both well, and until when?',
    'Who carries both today? Has anybody asked them what they would put down first?',
  ],
  remote: 'Words by link, or all answers typed into the chat and sent on a countdown. Broadcast: “Only ways to fail. No advice.” Take the one thing to stop into the follow-up mail.',
  hybrid: 'Words from own devices only, so that the room does not out-talk the call. The helper reads the first three answers from the call.',
  derails: [
    { when: 'Somebody who has both jobs looks attacked.', then: 'Say: “We are breaking the arrangement, not the person who was handed it. What would you take off that list?”' },
    { when: 'The words name a colleague.', then: 'Hide them before the second click, and say once that you do.' },
    { when: 'The room starts to solve everything.', then: 'Say: “One thing. The rest goes on paper and into your next planning.”' },
    { when: 'Nobody has the double role here.', then: 'Ask about last year, or about the team next door. If still nobody: take the list of eight only, and win four minutes.' },
  ],
}
