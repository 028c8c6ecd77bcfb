import type { Answer } from '../domain/check-answer.ts'
import type { Poll } from '../domain/poll-rules.ts'
import { fieldsOf } from '../kinds/forms.ts'
import { element } from './elements.ts'

/** The form of a poll, for a phone and for a reader's slide. It is drawn without a framework: a phone loads this first. */
export interface PollForm {
  element: HTMLFormElement
  /** Shows that the answer is on its way, or why it was refused. */
  update: (status: { busy: boolean, problem: string }) => void
}

/** What a form shows beside its poll, and what it calls. */
export interface PollFormOptions {
  /** What is chosen or written already. */
  answer: Answer | null
  /** What the button says. */
  action?: string
  /** Stands above the button: who will read the answer, where that is to be known before it is sent. */
  readers?: string
  /** A line under the button: what becomes of the answer. */
  note: string
  onInput: (answer: Answer | null) => void
  onSubmit: (answer: Answer | null) => void
}

let made = 0

/** Draws the form with native inputs, the question as its legend. Styles: `styles/poll-form.css`. */
export function createPollForm(poll: Poll, { answer, action = 'Send my answer', readers, note, onInput, onSubmit }: PollFormOptions): PollForm {
  const id = `poll-form-${++made}`
  const problem = element('p', { id, class: 'problem', role: 'alert' })
  const fields = fieldsOf(poll, answer, id)
  const button = element('button', { type: 'submit' }, action)
  const fieldset = element('fieldset', { 'aria-describedby': id }, element('legend', {}, element('h1', { tabindex: -1, dir: 'auto' }, poll.question)), ...fields.nodes)
  let told = ''
  function tell(text: string): void {
    problem.textContent = text
    if (text !== '')
      fieldset.querySelector<HTMLElement>('input, textarea')?.focus()
  }
  const form = element('form', {
    class: `poll-form poll-form-${poll.kind}`,
    novalidate: true,
    oninput: () => {
      tell('')
      onInput(fields.read())
    },
    onsubmit: (event) => {
      event.preventDefault()
      told = ''
      if (button.getAttribute('aria-disabled') !== 'true')
        onSubmit(fields.read())
    },
  }, fieldset, ...readers ? [element('p', { class: 'readers' }, readers)] : [], problem, button, element('p', { class: 'small-print' }, note))

  return {
    element: form,
    update(status) {
      button.setAttribute('aria-disabled', String(status.busy))
      button.textContent = status.busy ? 'Sending …' : action
      if (status.problem !== told)
        tell(status.problem)
      told = status.problem
    },
  }
}
