import type { KindForm } from '../option-fields.ts'
import type { ScalePoll } from './poll.ts'
import { element } from '../../client/elements.ts'
import { checkedOf, optionFields } from '../option-fields.ts'
import { scale } from './poll.ts'

export const form: KindForm<ScalePoll> = {
  fields(poll, answer) {
    // The name of an end: heard with its number, and seen beside it where the steps stand one a line.
    const options = optionFields('radio', scale.options(poll), [String(answer)], ({ id }) => {
      const name = scale.endOf?.(poll, id)
      return name === undefined ? [] : [element('span', { class: 'end' }, ': ', element('span', { dir: 'auto' }, name))]
    })
    return {
      nodes: [inOneRow(options.element, poll)],
      read() {
        const [step] = checkedOf(options.inputs)
        return step === undefined ? null : Number(step)
      },
    }
  },
}

/** Least width of a step, in pixels: enough for a thumb. It grows with the type size, to two letters. */
const STEP_PX = 48
const STEP_EM = 2
const STEP_GAP_PX = 6

/**
 * The steps of a scale with the names of its ends below them. Where they do not fit into one row, each stands on a line
 * of its own, and the ends' names beside their numbers: steps never wrap.
 */
function inOneRow(options: HTMLElement, { min, max, minLabel, maxLabel }: ScalePoll): HTMLElement {
  const steps = max - min + 1
  const row = element('div', { class: 'scale' }, options, element('p', { 'class': 'ends', 'aria-hidden': 'true' }, element('span', { dir: 'auto' }, minLabel), element('span', { dir: 'auto' }, maxLabel)))
  new ResizeObserver(() => {
    const step = Math.max(STEP_PX, STEP_EM * Number.parseFloat(getComputedStyle(row).fontSize))
    row.classList.toggle('stacked', row.clientWidth < steps * step + (steps - 1) * STEP_GAP_PX)
  }).observe(row)
  return row
}
