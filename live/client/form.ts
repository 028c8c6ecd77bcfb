import type { Answer } from '../domain/answers.ts'
import type { Poll, ScalePoll, WordsPoll } from '../domain/polls.ts'
import { NONE, optionsOf } from '../domain/polls.ts'
import { lengthOf, normaliseText } from '../domain/typed-text.ts'
import { element } from './elements.ts'
import { chosenIds } from './own-answer.ts'

/** The form of a poll, for a phone and for a reader's slide. It is drawn without a framework: a phone loads this first. */
export interface PollForm {
  element: HTMLFormElement
  /** Shows that the answer is on its way, or why it was refused. */
  update: (status: { busy: boolean, problem: string }) => void
}

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
  const button = element('button', { type: 'submit' }, action)
  const fieldset = element('fieldset', { 'aria-describedby': id }, element('legend', {}, element('h1', { tabindex: -1, dir: 'auto' }, poll.question)), ...fieldsOf(poll, answer, id))
  let told = ''
  function tell(text: string): void {
    problem.textContent = text
    if (text !== '')
      fieldset.querySelector<HTMLElement>('input, textarea')?.focus()
  }
  const form = element('form', {
    class: `poll-form poll-form-${poll.kind}`,
    novalidate: true,
    oninput: (event) => {
      if (poll.kind === 'multi')
        excludeNone(form, event.target)
      tell('')
      onInput(answerIn(poll, form))
    },
    onsubmit: (event) => {
      event.preventDefault()
      told = ''
      if (button.getAttribute('aria-disabled') !== 'true')
        onSubmit(answerIn(poll, form))
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

/** "None of these" and an option are never ticked together: the last one ticked stays. */
function excludeNone(form: HTMLFormElement, ticked: EventTarget | null): void {
  if (!(ticked instanceof HTMLInputElement) || !ticked.checked)
    return
  for (const box of form.querySelectorAll<HTMLInputElement>('input:checked')) {
    if ((box.value === NONE.id) !== (ticked.value === NONE.id))
      box.checked = false
  }
}

/** What the form holds now; null while nothing is chosen. */
function answerIn(poll: Poll, form: HTMLFormElement): Answer | null {
  const values = new FormData(form).getAll('answer').map(String)
  if (poll.kind === 'multi')
    return values.length === 0 ? null : values.filter(value => value !== NONE.id)
  const [value] = values
  return value === undefined ? null : poll.kind === 'scale' ? Number(value) : value
}

function fieldsOf(poll: Poll, answer: Answer | null, id: string): HTMLElement[] {
  if (poll.kind === 'words')
    return wordsFields(poll, String(answer ?? ''), id)
  const chosen = chosenIds(answer)
  const labels = optionsOf(poll).map(option => element(
    'label',
    {},
    element('input', { type: poll.kind === 'multi' ? 'checkbox' : 'radio', name: 'answer', value: option.id, checked: chosen.includes(option.id) }),
    element('span', { dir: 'auto' }, option.label, ...poll.kind === 'scale' ? endOf(poll, option.id) : []),
  ))
  const options = element('div', { class: 'options' }, ...labels)
  if (poll.kind === 'scale')
    return [inOneRow(options, poll)]
  return poll.kind === 'multi' ? [element('p', { class: 'hint' }, 'Choose one or more.'), options] : [options]
}

/** A step of a scale is at least this wide: a thumb, or two letters of its type size. */
const STEP_PX = 48
const STEP_EM = 2
const STEP_GAP_PX = 6

/**
 * The steps of a scale with the names of its ends below them. Where they do not fit into one row, each stands on a line
 * of its own, and the ends' names beside their numbers: steps never wrap.
 */
function inOneRow(options: HTMLElement, { min, max, minLabel, maxLabel }: ScalePoll): HTMLElement {
  const steps = max - min + 1
  const scale = element('div', { class: 'scale' }, options, element('p', { 'class': 'ends', 'aria-hidden': 'true' }, element('span', { dir: 'auto' }, minLabel), element('span', { dir: 'auto' }, maxLabel)))
  new ResizeObserver(() => {
    const step = Math.max(STEP_PX, STEP_EM * Number.parseFloat(getComputedStyle(scale).fontSize))
    scale.classList.toggle('stacked', scale.clientWidth < steps * step + (steps - 1) * STEP_GAP_PX)
  }).observe(scale)
  return scale
}

/** The name of an end of the scale: heard with its number, and seen beside it where the steps stand one a line. */
function endOf(poll: ScalePoll, step: string): HTMLElement[] {
  const name = step === String(poll.min) ? poll.minLabel : step === String(poll.max) ? poll.maxLabel : ''
  return name === '' ? [] : [element('span', { class: 'end' }, `: ${name}`)]
}

function wordsFields(poll: WordsPoll, text: string, id: string): HTMLElement[] {
  const count = element('p', { id: `${id}-count`, class: 'hint' })
  const area = element('textarea', {
    'id': `${id}-words`,
    'name': 'answer',
    'rows': 3,
    'dir': 'auto',
    'enterkeyhint': 'send',
    'aria-describedby': count.id,
    'oninput': tell,
    'onkeydown': (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing && !event.shiftKey) {
        event.preventDefault()
        area.form?.requestSubmit()
      }
    },
  }, text)
  function tell(): void {
    const length = lengthOf(normaliseText(area.value))
    count.textContent = `${length} of ${poll.maxLength} characters`
    count.classList.toggle('over', length > poll.maxLength)
  }
  tell()
  return [element('label', { for: area.id }, 'Your words'), area, count]
}
