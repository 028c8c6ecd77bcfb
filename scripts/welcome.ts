import type { Manifest } from '../live/domain/manifest.ts'
import type { Workshop } from '../live/server/serve.ts'
import { renderUnicodeCompact } from 'uqr'

/** What the terminal shows once the workshop runs: a QR code for phones, three addresses, and what goes on. */
export function welcome(format: Manifest['format'], workshop: Workshop): string {
  const { rehearsal, joinUrl, deckUrl, presenterUrl } = workshop
  return [
    '',
    `The Fork, ${format} minutes${rehearsal ? '. Rehearsal: results show from one answer on and stay out of every export' : ''}.`,
    '',
    ...renderUnicodeCompact(joinUrl, { border: 2 }).split('\n').map(line => `  ${line}`),
    '',
    `  Phones      ${joinUrl}`,
    `  Deck        ${deckUrl}`,
    `  Presenter   ${presenterUrl}`,
    '',
    ...goesOn(workshop),
    '  Keep the presenter address to yourself: it opens the notes. Ctrl-C stops.',
    '',
  ].join('\n')
}

function goesOn({ session, resumed }: Workshop): string[] {
  if (!resumed)
    return []
  const { answers, startedAt } = resumed
  return [`  Session "${session}" goes on: ${answers} ${answers === 1 ? 'answer' : 'answers'} from ${when(new Date(startedAt))}. A new group? npm start -- --new`, '']
}

/** The time of day, with the date in front unless it is today's. */
function when(start: Date, now = new Date()): string {
  const time = start.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return start.toDateString() === now.toDateString() ? time : `${start.toLocaleDateString('en-CA')} ${time}`
}
