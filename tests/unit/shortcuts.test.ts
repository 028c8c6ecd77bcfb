import type { Action, Press } from '../../live/client/shortcuts.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actionTexts, focuses, keysOf, pressName, shortcutFor, shortcuts, windowKinds } from '../../live/client/shortcuts.ts'
import { rowsForDocs } from './shortcut-rows.ts'

const keys = [...new Set(shortcuts.flatMap(one => one.keys))]
const everywhere = windowKinds.flatMap(window => focuses.flatMap(focus => keys.map(key => ({ window, focus, key, action: shortcutFor(key, window, focus)?.action }))))
const layers = ['goto', 'overview', 'dialog']
const steps: (Action | undefined)[] = ['next', 'prev', 'nextSlide', 'prevSlide']

describe('the table of shortcuts', () => {
  it('has at most one rule for a key in a window over what it meets', () => {
    for (const { window, focus, key } of everywhere)
      expect(shortcuts.filter(one => one.keys.includes(key) && one.windows.includes(window) && one.over.includes(focus)).length, `${key}, ${window}, ${focus}`).toBeLessThanOrEqual(1)
  })

  it('says of every action what it does, once', () => {
    expect(actionTexts.map(([action]) => action).sort()).toEqual([...new Set(shortcuts.map(one => one.action))].sort())
  })

  it('has only a clicker\'s two keys, Escape and the overview\'s own keys act over a layer', () => {
    for (const { focus, key, action } of everywhere.filter(({ focus, action }) => layers.includes(focus) && action))
      expect(/^Page|^Escape$/.test(key) || (focus === 'overview' && action?.startsWith('overview')), `${key}, ${focus}`).toBe(true)
  })

  it('has only a clicker\'s two keys and Escape act in a field and on media', () => {
    for (const { key, focus } of everywhere.filter(({ focus, action }) => ['field', 'media'].includes(focus) && action))
      expect(key, focus).toMatch(/^Page|^Escape$/)
  })

  it('has a clicker step in every window of a session, wherever the focus is', () => {
    for (const { window, focus, action } of everywhere.filter(({ window, key }) => window !== 'reader' && key.startsWith('Page')))
      expect(steps, `${window}, ${focus}`).toContain(action)
  })

  it('opens none of the presenter\'s tools on a projector', () => {
    const shown: Action[] = ['goto', 'overview', 'keys', 'hands', 'reset', 'overviewNext', 'overviewPrev', 'overviewUp', 'overviewDown', 'overviewGo']
    expect(everywhere.filter(({ window, action }) => action && shown.includes(action) && ['projector', 'elsewhere'].includes(window))).toEqual([])
  })

  it('gives windows of other browsers only steps, light and dark, and full screen', () => {
    expect(new Set(everywhere.filter(({ window }) => window === 'elsewhere').map(({ action }) => action))).toEqual(new Set([undefined, 'next', 'prev', 'nextSlide', 'prevSlide', 'dark', 'fullscreen']))
  })

  it('stands in docs/architecture.md as it is', () => {
    const text = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8')
    const lines = text.split('\n').map(line => line.split('|').map(cell => cell.trim()).filter(Boolean).join(' | '))
    for (const row of rowsForDocs())
      expect(lines).toContain(row.join(' | '))
  })

  it('names keys as a keyboard does', () => {
    expect(keysOf('next')).toEqual(['PageDown', '→', '↓', 'Space'])
    expect(keysOf('nextSlide')).toEqual(['Shift+→'])
    expect(keysOf('black')).toEqual(['B', '.'])
  })
})

function press(key: string, code: string, changes: Partial<Press> = {}): string | null {
  return pressName({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...changes })
}

describe('the name of a pressed key', () => {
  it.each<[string, string, string, Partial<Press>, string | null]>([
    ['a clicker', 'PageDown', 'PageDown', {}, 'PageDown'],
    ['a letter', 's', 'KeyS', {}, 's'],
    ['a letter with Caps Lock', 'S', 'KeyS', {}, 's'],
    ['a sign that needs Shift', '?', 'Slash', { shiftKey: true }, '?'],
    ['the same sign elsewhere on another keyboard', '?', 'Minus', { shiftKey: true }, '?'],
    ['the full stop of a French keyboard', '.', 'Comma', { shiftKey: true }, '.'],
    ['the full stop beside the digits', '.', 'NumpadDecimal', {}, '.'],
    ['the space bar', ' ', 'Space', {}, 'Space'],
    ['the space bar with Shift', ' ', 'Space', { shiftKey: true }, 'Shift+Space'],
    ['an arrow with Shift', 'ArrowRight', 'ArrowRight', { shiftKey: true }, 'Shift+ArrowRight'],
    ['a Russian keyboard', 'ы', 'KeyS', {}, 's'],
    ['a Hebrew keyboard', 'ד', 'KeyS', {}, 's'],
    ['a letter that only this keyboard has', 'ö', 'Semicolon', {}, 'ö'],
    ['a shortcut of the browser', 'c', 'KeyC', { ctrlKey: true }, null],
    ['one of macOS', 'r', 'KeyR', { metaKey: true }, null],
    ['a sign being composed', 'j', 'KeyJ', { isComposing: true }, null],
  ])('from %s', (_, key, code, changes, name) => {
    expect(press(key, code, changes)).toBe(name)
  })
})
