import type { KindForm } from '../option-fields.ts'
import type { RankPoll } from './poll.ts'
import { element } from '../../client/elements.ts'
import { optionFields } from '../option-fields.ts'
import './form.css'

/** The first option ticked takes the first place. Unticking one moves those after it up. */
export const form: KindForm<RankPoll> = {
  fields({ options }, answer, id) {
    let order = Array.isArray(answer) ? answer.filter(chosen => options.some(option => option.id === chosen)) : []
    const places = options.map(() => element('b', { class: 'place' }))
    const ticks = optionFields('checkbox', options, order, option => places.slice(options.indexOf(option)).slice(0, 1))
    const left = element('p', { id: `${id}-left`, class: 'hint', role: 'status' })
    ticks.inputs.forEach(input => input.setAttribute('aria-describedby', left.id))
    ticks.element.classList.add('rank')
    ticks.element.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement))
        return
      const others = order.filter(chosen => chosen !== target.value)
      order = target.checked ? [...others, target.value] : others
      show()
    })

    function show(): void {
      places.forEach((place, i) => {
        const at = order.indexOf(options[i]?.id ?? '')
        place.replaceChildren(...at < 0 ? [] : [element('span', { class: 'heard' }, ', place '), String(at + 1)])
      })
      const open = options.length - order.length
      left.textContent = open === 0 ? 'All are in order. Tap one to take it out.' : `Tap them in order, the first one first. ${open} left.`
    }
    show()
    return { nodes: [left, ticks.element], read: () => order.length === 0 ? null : order }
  },
}
