import type { KindForm } from '../option-fields.ts'
import type { MultiPoll } from './poll.ts'
import { element } from '../../client/elements.ts'
import { checkedOf, optionFields } from '../option-fields.ts'
import { multi, NONE } from './poll.ts'

export const form: KindForm<MultiPoll> = {
  fields(poll, answer) {
    const options = optionFields('checkbox', multi.options(poll), answer === null ? [] : multi.chosen(answer))
    options.element.addEventListener('input', ({ target }) => excludeNone(options.inputs, target))
    return {
      nodes: [element('p', { class: 'hint' }, multi.how ?? ''), options.element],
      read() {
        const chosen = checkedOf(options.inputs)
        return chosen.length === 0 ? null : chosen.filter(id => id !== NONE.id)
      },
    }
  },
}

/** "None of these" and an option are never ticked together: the last one ticked stays. */
function excludeNone(inputs: readonly HTMLInputElement[], ticked: EventTarget | null): void {
  if (!(ticked instanceof HTMLInputElement) || !ticked.checked)
    return
  for (const box of inputs) {
    if ((box.value === NONE.id) !== (ticked.value === NONE.id))
      box.checked = false
  }
}
