import type { Answer, PollOption } from './kind.ts'
import { element } from '../client/elements.ts'
import { signsOf } from '../client/option-signs.ts'
import { signElement } from '../client/sign-element.ts'

/** The input elements of a form, between its question and its button. */
export interface FormFields {
  nodes: HTMLElement[]
  /** What is chosen or written now; null while nothing is. */
  read: () => Answer | null
}

/** A kind's part of the phone's form. It is drawn without a framework: a phone loads this first. */
export interface KindForm<P> {
  /** `answer` was chosen or written before; `id` names this form in the page. */
  fields: (poll: P, answer: Answer | null, id: string) => FormFields
}

/** A label with a native input for each option. `after` adds to what stands in the label. */
export function optionFields(type: 'radio' | 'checkbox', options: readonly PollOption[], chosen: readonly string[], after: (option: PollOption) => HTMLElement[] = () => []): { element: HTMLElement, inputs: HTMLInputElement[] } {
  const inputs = options.map(({ id }) => element('input', { type, name: 'answer', value: id, checked: chosen.includes(id) }))
  const signs = signsOf(options)
  const labels = options.map((option, i) => element('label', {}, ...inputs.slice(i, i + 1), ...signElement(signs[i]), element('span', { dir: 'auto' }, option.label, ...after(option))))
  return { element: element('div', { class: 'options' }, ...labels), inputs }
}

/** The values of the inputs that are checked. */
export function checkedOf(inputs: readonly HTMLInputElement[]): string[] {
  return inputs.filter(({ checked }) => checked).map(({ value }) => value)
}
