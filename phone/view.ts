import type { PollForm } from '../live/client/form.ts'
import type { Exercises } from './exercises.ts'
import type { Message } from './message.ts'
import type { Body, Page } from './page.ts'
import type { Actions } from './phone.ts'
import { element } from '../live/client/elements.ts'
import { createPollForm } from '../live/client/form.ts'
import { drawResult } from './result.ts'

/** Draws pages into `root`: what has not changed stays as it is, so that nobody loses the focus or a half-written word. */
export function createView(root: HTMLElement, actions: () => Actions): (page: Page, session: string) => void {
  const heading = element('p')
  const notes = element('div')
  const screen = element('div', { class: 'screen' })
  const place = element('div', { class: 'screen' })
  const main = element('main', { onclick: focusTapped }, screen, place)
  const status = element('p', { class: 'heard', role: 'status' })
  root.append(element('header', {}, heading, notes), main, status)

  let drawn = ''
  let form: PollForm | null = null
  let exercises: Exercises | null = null

  function drawBody(body: Body): Node[] {
    form = null
    if (body.kind === 'exercise')
      return exercises ? [] : drawMessage({ title: 'Opening the exercise …', lines: [], answer: null })
    if (body.kind === 'message')
      return [...drawMessage(body.message), ...body.message.mark ? [quietButton('Change it', actions().change)] : [], ...body.poll?.result ? [drawResult(body.poll, body.message.answer)] : []]
    const { poll } = body.poll
    const unread = poll.kind === 'words' && poll.show === 'never'
    form = createPollForm(poll, {
      answer: body.answer,
      note: `Anonymous${unread ? ', and only the facilitator reads it' : ''}. You can change it until the question closes.`,
      onInput: actions().write,
      onSubmit: actions().submit,
    })
    return [
      ...body.late ? [element('p', { class: 'note' }, 'Your answer came too late and was not counted. If the question is open again, send it once more.')] : [],
      form.element,
      ...body.changing ? [quietButton('Keep my answer as it was', actions().cancelEdit)] : [],
    ]
  }

  /** Replaces what is on the screen; if that takes the focus away, from here or from an exercise, the new heading gets it. */
  function replace(nodes: Node[]): void {
    const focused = document.activeElement
    const loses = main.contains(focused) && !focused?.closest('nav')
    screen.replaceChildren(...nodes)
    if (loses)
      screen.querySelector('h1')?.focus()
  }

  async function loadExercises(page: Page, session: string): Promise<void> {
    const { mountExercises } = await import('./exercises.ts')
    exercises ??= mountExercises(place, id => actions().hold(id))
    draw(page, session)
  }

  function draw(page: Page, session: string): void {
    heading.textContent = page.heading
    heading.hidden = page.body.kind === 'exercise'
    const lines = [
      ...page.rehearsal ? ['Rehearsal: a try, and its answers go into no result.'] : [],
      ...page.lost ? ['Connection lost. Trying again; what you enter is kept.'] : [],
    ]
    if (notes.dataset.lines !== lines.join()) {
      notes.dataset.lines = lines.join()
      notes.replaceChildren(...lines.map(line => element('p', { class: 'note' }, line)))
    }

    const { body } = page
    const current = body.kind === 'exercise' ? body.id : null
    if (exercises)
      exercises.show({ current, others: page.others, session, asked: page.asked, leave: page.leave })
    else if (current !== null || page.others.length > 0)
      loadExercises(page, session).catch(() => {})

    const key = keyOf(body, exercises !== null)
    if (key !== drawn)
      replace(drawBody(body))
    drawn = key
    if (body.kind === 'form')
      form?.update(body)
    const said = page.lost ? 'Connection lost. Trying again.' : page.said
    if (status.textContent !== said)
      status.textContent = said
  }
  return draw
}

/** Equal for two bodies that look the same, but for what a form can update by itself. */
function keyOf(body: Body, hasExercises: boolean): string {
  if (body.kind === 'form')
    return JSON.stringify([body.poll.poll, body.poll.round, body.late, body.changing])
  return JSON.stringify(body.kind === 'exercise' ? hasExercises : [body.message, body.poll?.result])
}

function drawMessage({ question, mark, title, lines, own }: Message): Node[] {
  return [
    ...question ? [element('p', { class: 'question' }, question)] : [],
    ...mark ? [element('p', { 'class': `mark ${mark}`, 'aria-hidden': true })] : [],
    element('h1', { tabindex: -1 }, title),
    ...lines.map(line => element('p', {}, line)),
    ...own ? [element('blockquote', {}, own)] : [],
  ]
}

function quietButton(label: string, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', class: 'quiet', onclick }, label)
}

/** Some browsers do not focus a button that is tapped, and then its removal would not be noticed as a loss of focus. */
function focusTapped(event: Event): void {
  if (event.target instanceof Element)
    event.target.closest('button')?.focus()
}
