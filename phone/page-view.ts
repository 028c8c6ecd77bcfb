import type { PollForm } from '../live/client/poll-form.ts'
import type { Message } from './message.ts'
import type { Exercises } from './mount-exercises.ts'
import type { NowLine } from './now-line.ts'
import type { Body, Page } from './page.ts'
import type { Actions } from './phone.ts'
import { countdownSaid } from '../live/client/countdown.ts'
import { element } from '../live/client/elements.ts'
import { plural } from '../live/client/plural.ts'
import { kindOf } from '../live/domain/poll-rules.ts'
import { createPart, whenIdle } from './lazy-part.ts'
import { readersOf } from './message.ts'

/** Draws pages into `root`: what has not changed stays as it is, so that nobody loses the focus or a half-written word. */
export function createPageView(root: HTMLElement, actions: () => Actions): (page: Page, session: string) => void {
  const top = element('header')
  const notes = element('div')
  const screen = element('div', { class: 'screen' })
  const place = element('div', { class: 'screen' })
  const main = element('main', { onclick: focusTapped }, notes, screen, place)
  const status = element('p', { class: 'heard', role: 'status' })
  const countdown = element('p', { class: 'heard', role: 'status' })
  root.append(top, main, status, countdown)

  const questions = createPart(() => import('./question-part.ts'))
  const exercises = createPart<Exercises>(async () => (await import('./mount-exercises.ts')).mountExercises(place, { onWork: id => actions().hold(id), onStage: (id, stage) => actions().tell(id, stage) }))
  let drawn = ''
  let form: PollForm | null = null
  let latest: () => void = () => {}
  let isFirst = true
  let wasLeft: number | null = null

  /** Shakes the phone once when time is up, where it can. */
  function remind(left: number | null): void {
    if (left === 0 && wasLeft)
      navigator.vibrate?.(200)
    wasLeft = left
  }

  /** Loads a part and draws again once it is here. */
  function need({ load }: { load: () => Promise<unknown> }): void {
    load().then(() => latest(), () => {})
  }

  function drawBody(body: Body): Node[] {
    form = null
    const question = questions.get()
    if (body.kind === 'exercise')
      return exercises.get() ? [] : drawMessage({ title: 'Opening the exercise …', lines: [], answer: null })
    if (body.kind === 'last')
      return drawMessage(body.message)
    if (body.kind === 'message')
      return [...drawMessage(body.message), ...body.message.mark ? [quietButton('Change it', actions().change)] : [], ...body.poll?.result && question ? [question.drawResult(body.poll, body.message.answer)] : []]
    const { poll } = body.poll
    if (!question)
      return drawMessage({ title: poll.question, lines: ['Opening the question …'], answer: null })
    form = question.createPollForm(poll, {
      answer: body.answer,
      readers: readersOf(poll),
      note: kindOf(poll).writes ? 'You can change it until the question closes.' : 'Anonymous. You can change it until the question closes.',
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
    scrollTo(0, 0)
    if (loses)
      screen.querySelector('h1')?.focus()
  }

  function draw(page: Page, session: string): void {
    latest = () => draw(page, session)
    const { body, now } = page
    const wasOnTop = top.contains(document.activeElement)
    redraw(top, JSON.stringify([page.stop, now]), () => now ? [drawNow(page.stop, now)] : [])
    redraw(notes, JSON.stringify([page.rehearsal, page.lost, page.left]), () => [
      ...page.rehearsal ? [element('p', { class: 'note' }, 'Rehearsal: a try, and its answers go into no result.')] : [],
      ...page.lost ? [element('p', { class: 'note' }, 'Connection lost. Trying again; what you enter is kept.')] : [],
      ...page.left !== null ? [element('p', { class: 'note' }, leftText(page.left))] : [],
    ])
    remind(page.left)
    say(countdown, page.left === null ? '' : page.left === 0 ? leftText(0) : countdownSaid(page.left))

    const needsExercises = body.kind === 'exercise' || body.kind === 'last' || page.others.length > 0
    exercises.get()?.show({ current: body.kind === 'exercise' ? body.id : null, others: page.others, minutes: page.minutes, session, last: body.kind === 'last' && body })
    if (needsExercises && !exercises.get())
      need(exercises)
    if ((body.kind === 'form' || (body.kind === 'message' && body.poll?.result)) && !questions.get())
      need(questions)

    const key = keyOf(body, exercises.get() !== null, questions.get() !== null)
    if (key !== drawn)
      replace(drawBody(body))
    drawn = key
    if (wasOnTop && !top.contains(document.activeElement))
      root.querySelector<HTMLElement>('header a, h1')?.focus()
    if (body.kind === 'form')
      form?.update(body)
    say(status, page.lost ? 'Connection lost. Trying again.' : page.said)
    if (now && isFirst) {
      isFirst = false
      // Loads every part the page may need while the laptop can still be reached.
      whenIdle(() => {
        need(questions)
        exercises.load().then(part => part.loadAll(), () => {})
      })
    }
  }
  return draw
}

/** The reminder on a phone that has not answered. Nobody else sees it. */
function leftText(left: number): string {
  return left > 0 ? `${plural(left, 'second')} left` : 'Time is up, and this phone has sent no answer. The question is still open.'
}

/** A screen reader hears what is new. */
function say(status: HTMLElement, text: string): void {
  if (status.textContent !== text)
    status.textContent = text
}

/** Replaces what is in `place` when its `key` has changed. */
function redraw(place: HTMLElement, key: string, drawAll: () => Node[]): void {
  if (place.dataset.key === key)
    return
  place.dataset.key = key
  place.replaceChildren(...drawAll())
}

/** The line that names what is on; from elsewhere it leads there. */
function drawNow(stop: number | null, { text, name, elsewhere, asks, anew }: NowLine): HTMLElement {
  const parts = [
    ...stop === null ? [] : [element('i', { 'aria-hidden': true }, String(stop))],
    element('span', {}, text, ' ', element('b', { dir: 'auto' }, name)),
  ]
  return elsewhere
    ? element('a', { href: '#', class: asks ? 'asks' : '', onclick: () => anew && location.reload() }, ...parts)
    : element('p', {}, ...parts)
}

/** Equal for two bodies that look the same, but for what a form can update by itself. */
function keyOf(body: Body, hasExercises: boolean, hasQuestions: boolean): string {
  if (body.kind === 'form')
    return JSON.stringify([body.poll.poll, body.poll.round, body.late, body.changing, hasQuestions])
  return JSON.stringify(body.kind === 'exercise' ? hasExercises : [body.message, body.kind === 'message' && body.poll?.result && [body.poll.result, hasQuestions]])
}

function drawMessage({ question, mark, title, lines, own }: Message): Node[] {
  return [
    ...question ? [element('p', { class: 'question', dir: 'auto' }, question)] : [],
    ...mark ? [element('p', { 'class': `mark ${mark}`, 'aria-hidden': true })] : [],
    element('h1', { tabindex: -1, dir: 'auto' }, title),
    ...lines.map(line => element('p', { dir: 'auto' }, line)),
    ...own ? [element('blockquote', { dir: 'auto' }, own)] : [],
  ]
}

function quietButton(label: string, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', class: 'quiet', onclick }, label)
}

/** Focuses a tapped button: some browsers do not, and its removal would then not be noticed as lost focus. */
function focusTapped(event: Event): void {
  if (event.target instanceof Element)
    event.target.closest('button')?.focus()
}
