import type { StartOptions } from './options.ts'
import { renderUnicodeCompact } from 'uqr'

/** Where a started workshop can be reached, and what it goes on with. */
export interface Started {
  presenterUrl: string
  deckUrl: string
  joinUrl: string
  resumed: { answers: number, startedAt: string, name: string } | null
}

/** What the terminal shows once the workshop runs: three addresses, a QR code for phones, and what goes on. */
export function welcome({ format, rehearsal }: Pick<StartOptions, 'format' | 'rehearsal'>, started: Started): string {
  const lines = [
    '',
    `The Fork, ${format} minutes${rehearsal ? ', rehearsal: results show from one answer and stay out of every export' : ''}.`,
    '',
    ...renderUnicodeCompact(started.joinUrl, { border: 2 }).split('\n').map(line => `  ${line}`),
    '',
    `  Phones      ${started.joinUrl}`,
    `  Deck        ${started.deckUrl}`,
    `  Presenter   ${started.presenterUrl}`,
    '',
  ]
  if (started.resumed)
    lines.push(`  ${goesOn(started.resumed)}`, '')
  lines.push('  Keep the presenter address to yourself: it opens the notes. Ctrl-C stops.', '')
  return lines.join('\n')
}

function goesOn({ name, answers, startedAt }: NonNullable<Started['resumed']>): string {
  const time = new Date(startedAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `Session "${name}" goes on: ${answers} ${answers === 1 ? 'answer' : 'answers'} from ${time}. A new group? npm start -- --new`
}
