import type { Page } from 'playwright-core'
import type { Action, Focus, WindowKind } from '../../live/client/shortcuts.ts'
import type { LiveState } from '../../live/domain/state.ts'
import type { Room } from '../server/harness.ts'
import { expect, it } from 'vitest'
import { focuses, shortcutFor, shortcuts, windowKinds } from '../../live/client/shortcuts.ts'
import { act } from '../../live/domain/phases.ts'
import { answerOf, question, stepping } from '../deck-polls.ts'
import { newBrowser, openBeside, openDeckRoom, openPresenter, openWindow, pollOf, slideNo, standAt, takeABreath, useDecks } from './deck-windows.ts'

/** The table of shortcuts, pressed on real keys: every key in every window of a session, over everything it may meet. */

useDecks()

const POLL = question.poll.id
const keys = [...new Set(shortcuts.flatMap(one => one.keys))]
const driving = ['presenter', 'projector'] as const
const keyOf = (action: Action): string => shortcuts.find(one => one.action === action)?.keys[0] ?? ''
const pollActions: readonly Action[] = ['open', 'close', 'reveal', 'countdown', 'reset', 'hands']

interface Windows { room: Room, presenter: Page, page: Page }

/** Everything of a session and a window that keys can change. */
interface Seen { place: string, room: string, poll: string, countdown: boolean, join: boolean, black: boolean, clock: number, goto: boolean, overview: boolean, marked: number, keys: boolean, hands: boolean, asks: boolean, told: boolean, dark: boolean, fullscreen: boolean }

/** The parts that an action changes. */
const changes: Record<Action, readonly (keyof Seen)[]> = {
  next: ['place'],
  prev: ['place'],
  nextSlide: ['place'],
  prevSlide: ['place'],
  black: ['black'],
  open: ['poll'],
  close: ['poll'],
  reveal: ['poll'],
  countdown: ['countdown'],
  reset: ['asks'],
  hands: ['hands'],
  clock: ['clock'],
  join: ['join'],
  address: ['told'],
  goto: ['goto'],
  overview: ['overview', 'marked'],
  overviewNext: ['marked'],
  overviewPrev: ['marked'],
  overviewDown: ['marked'],
  overviewUp: ['marked'],
  // To the slide it stands on, at its beginning.
  overviewGo: ['overview', 'marked', 'place'],
  keys: ['keys'],
  leave: [],
  dark: ['dark'],
  fullscreen: ['fullscreen'],
}
/** The parts that change when a layer closes. */
const closing: Partial<Record<Focus, readonly (keyof Seen)[]>> = { goto: ['goto'], overview: ['overview', 'marked'] }
const closes: readonly Action[] = ['next', 'prev', 'leave']

async function openWindows(kind: WindowKind): Promise<Windows> {
  const room = await openDeckRoom({ floor: 1 })
  const presenter = await openPresenter(room)
  if (kind === 'presenter')
    return { room, presenter, page: presenter }
  const page = kind === 'projector' ? await openBeside(presenter, `${room.base}/deck/`) : await openWindow(await newBrowser(), `${room.base}/deck/`)
  await page.waitForFunction(kind => document.documentElement.dataset.window === kind, kind)
  return { room, presenter, page }
}

async function live(room: Room): Promise<LiveState> {
  return (await room.presenter.state('screen')).json
}

async function look({ room, page }: Windows): Promise<Seen> {
  const { slide, polls, join, choices, presenter } = await live(room)
  const poll = polls?.[POLL]
  return {
    room: `${slide?.slide}.${slide?.clicks}`,
    poll: `${poll?.round} ${poll?.phase}`,
    countdown: poll?.countdown != null,
    join: join?.shown ?? false,
    black: choices?.black?.on === true,
    clock: presenter?.timing.log.filter(({ event }) => event !== 'section').length ?? 0,
    ...await page.evaluate(() => {
      const cards = [...document.querySelectorAll('.z-modal.select-none .inline-block.border')]
      return {
        place: window.places.at(-1) ?? '',
        goto: document.querySelector('#slidev-goto-dialog:not(.pointer-events-none)') !== null,
        overview: cards.length > 0,
        marked: cards.findIndex(card => card.classList.contains('border-primary')),
        keys: document.querySelector('.key-list') !== null,
        hands: document.activeElement?.closest('.hand-count') != null,
        asks: document.querySelector('.poll-controls .ask-twice') !== null,
        told: document.querySelector('.ahead .lost') !== null,
        dark: document.documentElement.classList.contains('dark'),
        fullscreen: document.fullscreenElement !== null,
      }
    }),
  }
}

/** The names of the parts that differ. A sentence shown before may go with any action. */
function differing(before: Seen, after: Seen): string[] {
  return (Object.keys(before) as (keyof Seen)[]).filter(name => before[name] !== after[name] && !(name === 'told' && before.told))
}

/** What the action changes there: a step of a window that drives moves the room as well. */
function expectedOf(action: Action, kind: WindowKind, focus: Focus): string[] {
  const moved = changes[action].includes('place') && kind !== 'elsewhere' ? ['room'] : []
  return [...new Set([...changes[action], ...moved, ...closes.includes(action) ? closing[focus] ?? [] : []])].sort()
}

/** An overview that is still there serves the next key as well: every slide is drawn in it. */
function hasOverview(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('.z-modal.select-none .inline-block.border') !== null)
}

/** Resets everything to this slide and click, with no layer but `keep`, and its poll in this phase. */
async function goTo({ room, presenter, page }: Windows, alias: string, { clicks = 0, phase = 'open', keep = 'slide' as Focus } = {}): Promise<void> {
  for (const one of new Set([page, presenter])) {
    await one.evaluate(() => {
      document.querySelector('#probe')?.remove()
      if (document.activeElement instanceof HTMLElement)
        document.activeElement.blur()
    })
    if (one === presenter && !(keep === 'overview' && await hasOverview(one))) {
      await one.keyboard.press('Escape')
      await one.waitForFunction(() => !document.querySelector('#slidev-goto-dialog:not(.pointer-events-none), .z-modal.select-none, .key-list'))
    }
  }
  const ask = (method: string, path: string, body?: object): Promise<unknown> => room.presenter.send(method, `/api${path}`, body)
  await Promise.all([ask('PUT', '/choices/black', { on: false }), ask('PUT', '/join', { shown: false }), ask('POST', '/slide', { slide: slideNo(alias), clicks })])
  if (alias === question.alias) {
    const { phase: left, countdown } = await pollOf(room, POLL)
    if (left !== 'open' || countdown)
      await ask('POST', `/polls/${POLL}/reset`)
    await (await room.voter()).answer(POLL, answerOf(question.poll, 0), (await pollOf(room, POLL)).round)
    if (phase !== 'open')
      await ask('POST', `/polls/${POLL}/${phase === 'closed' ? 'close' : 'reveal'}`)
    await presenter.locator('.poll-controls .phase', { hasText: phase === 'revealed' ? /revealed|too few/ : phase }).waitFor()
  }
  const follow = page.getByRole('button', { name: 'Follow the presenter' })
  if (await follow.count() > 0)
    await follow.click()
  await standAt([presenter, page], slideNo(alias), clicks)
}

/** Opens the layer, or focuses the element, over which a key is pressed. */
async function meet({ page }: Windows, focus: Focus): Promise<void> {
  if (focus === 'overview' && await hasOverview(page))
    return
  if (focus === 'goto' || focus === 'overview') {
    await page.keyboard.press(focus === 'goto' ? 'g' : 'o')
    await page.locator(focus === 'goto' ? '#slidev-goto-dialog input:focus' : '.z-modal.select-none').waitFor()
    return
  }
  await page.evaluate((focus) => {
    const html = { slide: '', button: '<button>A button</button>', box: '<input type="checkbox">', field: '<textarea></textarea>', media: '<video controls tabindex="0"></video>', dialog: '<dialog><input></dialog>' }[focus]
    const probe = Object.assign(document.createElement('div'), { id: 'probe', innerHTML: html })
    probe.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 99; width: 40px; height: 40px; overflow: hidden'
    document.body.append(probe)
    probe.querySelector('dialog')?.showModal()
    probe.querySelector<HTMLElement>('button, input, textarea, video')?.focus()
  }, focus)
}

/** Clears the sentence shown to the presenter by showing and hiding the join code. */
async function forgetTold(presenter: Page): Promise<void> {
  const told = presenter.locator('.ahead .lost')
  while (await told.count() > 0) {
    await presenter.keyboard.press(keyOf('join'))
    await presenter.keyboard.press(keyOf('join'))
    await told.waitFor({ state: 'detached' })
  }
}

const met = (kind: WindowKind): readonly Focus[] => kind === 'presenter' ? focuses : focuses.filter(focus => focus !== 'goto' && focus !== 'overview')
/** Keys that a layer handles itself. */
const own: Partial<Record<Focus, readonly string[]>> = { goto: ['Enter'], dialog: ['Escape', 'Enter'] }

/** Presses every key that the table names for a window over this, one at a time from the same beginning. */
async function pressNamed(windows: Windows, kind: WindowKind, focus: Focus): Promise<void> {
  for (const key of keys) {
    const action = shortcutFor(key, kind, focus)?.action
    // With a single address only the presenter view shows a change.
    if (!action || (action === 'address' && kind !== 'presenter'))
      continue
    const onPoll = pollActions.includes(action)
    await goTo(windows, onPoll ? question.alias : stepping, { clicks: onPoll ? 0 : 1, phase: action === 'open' ? 'closed' : 'open', keep: focus })
    if (action === 'address')
      await forgetTold(windows.presenter)
    await meet(windows, focus)
    const before = await look(windows)
    await windows.page.keyboard.press(key)
    const expected = expectedOf(action, kind, focus)
    await expect.poll(async () => differing(before, await look(windows)).sort(), { message: `${key} over ${focus}`, timeout: 15_000 }).toEqual(expected)
  }
}

/** Presses every other key over an open poll, then one that the table names. */
async function pressOthers(windows: Windows, kind: WindowKind, focus: Focus): Promise<void> {
  await goTo(windows, question.alias)
  await takeABreath(windows.page)
  await meet(windows, focus)
  const before = await look(windows)
  const idle = keys.filter(key => !shortcutFor(key, kind, focus) && !own[focus]?.includes(key))
  for (const key of idle)
    await windows.page.keyboard.press(key)
  expect(differing(before, await look(windows)), `${idle.join(' ')} over ${focus}`).toEqual([])
  // What has come of them is there before what comes of this one.
  await windows.page.keyboard.press('PageDown')
  const expected = [...kind === 'elsewhere' ? [] : ['poll'], ...expectedOf('next', kind, focus)].sort()
  await expect.poll(async () => differing(before, await look(windows)).sort(), { message: `${idle.join(' ')} over ${focus}`, timeout: 15_000 }).toEqual(expected)
}

it.each(windowKinds.filter(kind => kind !== 'reader'))('in a window of kind %s every key does what the table says, and other keys do nothing', async (kind) => {
  const windows = await openWindows(kind)
  for (const focus of met(kind)) {
    await pressNamed(windows, kind, focus)
    await pressOthers(windows, kind, focus)
  }
}, 600_000)

it.each(driving)('in a window of kind %s a poll\'s keys follow the rules of phases, and other keys change no phase', async (kind) => {
  const windows = await openWindows(kind)
  const { room, page } = windows
  for (const phase of ['open', 'closed', 'revealed'] as const) {
    for (const action of ['open', 'close', 'reveal'] as const) {
      await goTo(windows, question.alias, { phase })
      const { poll, round, withheld } = await pollOf(room, POLL)
      const next = act(poll, { phase, withheld }, action)
      const answered = page.waitForResponse(response => response.url().endsWith(`/${POLL}/${action}`))
      await page.keyboard.press(keyOf(action))
      await answered
      expect(await pollOf(room, POLL), `${action} when ${phase}`).toMatchObject({ round, phase: typeof next === 'string' ? next : phase })
    }
    await goTo(windows, question.alias, { phase })
    const { round } = await pollOf(room, POLL)
    for (const key of keys) {
      const action = shortcutFor(key, kind, 'slide')?.action
      if (action && (changes[action].includes('place') || changes[action].includes('poll') || action === 'reset'))
        continue
      await page.keyboard.press(key)
      await page.keyboard.press('Escape')
    }
    expect(await pollOf(room, POLL), phase).toMatchObject({ round, phase })
  }
}, 400_000)
