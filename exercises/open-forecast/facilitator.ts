import type { FacilitatorPart } from '../exercise.ts'

export const facilitator: FacilitatorPart = {
  materials: ['spare sheets for today, for those who left their forecast at home'],
  goodLooksLike: [
    'Silence while people write, then the sound of envelopes.',
    'Nobody shows their numbers, and nobody asks for them.',
  ],
  debrief: ['Only the poll. A direction that the room shares is worth remembering, and proves nothing about anybody.'],
  remote: 'Everybody opens theirs with the camera off. Say when you go on.',
  hybrid: 'Start the call and the room at the same moment, so that nobody watches others open theirs.',
  derails: [
    { when: 'Somebody cannot find their forecast.', then: 'Say: “Write how it felt, and what you believe you expected. Then look at home whether that was so.”' },
    { when: 'A trial still runs.', then: 'Say: “Then yours stays closed until the day after it ends.”' },
    { when: 'Somebody opened it weeks ago.', then: 'Say: “Then do the third question twice.”' },
  ],
}
