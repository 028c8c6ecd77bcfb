import { actionTexts, focuses, keysOf, shortcuts, windowKinds } from '../../live/client/shortcuts.ts'

const windows: Record<string, string> = {
  'presenter projector elsewhere reader': 'all',
  'presenter projector elsewhere': 'all of a session',
  'presenter projector': 'presenter, projector',
  'presenter reader': 'presenter, reader',
  'presenter': 'presenter',
  'reader': 'reader',
}

/** The table of shortcuts as it stands in `docs/architecture.md`: keys, what they do, in which windows, over what. */
export function rowsForDocs(): string[][] {
  return shortcuts.map((one) => {
    const keys = keysOf(one.action).filter(key => one.keys.some(own => key.toLowerCase() === labelled(own)))
    const does = actionTexts.find(([action]) => action === one.action)?.[1] ?? ''
    const where = windows[windowKinds.filter(kind => one.windows.includes(kind)).join(' ')] ?? one.windows.join(', ')
    const over = one.over.length === focuses.length ? 'anything' : focuses.filter(focus => one.over.includes(focus)).join(', ')
    return [keys.join(' '), does, where, over]
  })
}

function labelled(key: string): string {
  return key.replace('ArrowRight', '→').replace('ArrowLeft', '←').replace('ArrowDown', '↓').replace('ArrowUp', '↑').toLowerCase()
}
