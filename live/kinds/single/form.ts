import type { KindForm } from '../option-fields.ts'
import type { SinglePoll } from './poll.ts'
import { checkedOf, optionFields } from '../option-fields.ts'

export const form: KindForm<SinglePoll> = {
  fields({ options }, answer) {
    const { element, inputs } = optionFields('radio', options, [String(answer)])
    return { nodes: [element], read: () => checkedOf(inputs)[0] ?? null }
  },
}
