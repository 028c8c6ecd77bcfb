import type { Manifest } from '../../live/domain/manifest.ts'
import type { Address } from '../../live/domain/state.ts'
import type { Workshop } from '../../live/server/serve.ts'
import { renderUnicodeCompact } from 'uqr'
import { plural } from '../../live/client/plural.ts'
import { DEFAULT_LENGTH } from './session-length.ts'

type Running = Pick<Workshop, 'rehearsal' | 'joinUrl' | 'deckUrl' | 'presenterUrl' | 'session' | 'resumed'> & Partial<Pick<Workshop, 'leftOpen'>>

/** What the terminal shows once the workshop runs: a QR code for phones, three addresses, and what goes on. */
export function welcome(format: Manifest['format'], workshop: Running, addresses: readonly Address[], simulated?: { phones: number, seed: number }): string {
  const { rehearsal, joinUrl, deckUrl, presenterUrl } = workshop
  return [
    '',
    `The Fork, ${format} minutes${rehearsal ? '. Rehearsal: results show from one answer on and stay out of every export' : ''}.`,
    ...simulated ? [`${simulated.phones} simulated phones join within half a minute and answer as people do; --seed ${simulated.seed} brings the same ones again.`] : [],
    '',
    ...renderUnicodeCompact(joinUrl, { border: 2 }).split('\n').map(line => `  ${line}`),
    '',
    `  Phones      ${joinUrl}`,
    `  Deck        ${deckUrl}`,
    `  Presenter   ${presenterUrl}`,
    '',
    ...joining(joinUrl, addresses),
    ...goesOn(workshop, format),
    ...left(workshop),
    '  Keep the presenter address to yourself: it opens the notes, once and within 15 minutes. Enter prints a new one.',
    '  Ctrl-C stops.',
    '',
  ].join('\n')
}

/** What the address above is, which others there are, and what to do where no phone can join. */
function joining(joinUrl: string, addresses: readonly Address[]): string[] {
  const [first, ...others] = addresses
  if (!first)
    return []
  const { hostname } = new URL(joinUrl)
  if (hostname === '[::1]' || hostname.startsWith('127.')) {
    return [first.network.includes('no network')
      ? '  No phone can join: this laptop is in no network. Connect it, or start a hotspot; the new address then shows by itself.'
      : '  No phone can join: this listens on this laptop only. Leave out --host and FORK_HOST to let phones in.', '']
  }
  return [
    first.unreachable ? `  No phone can join: there is only ${first.network}. Connect this laptop to the room's Wi-Fi, or open a hotspot.` : `  Phones join by ${first.network}.`,
    ...others.length > 0 ? ['  If they cannot, the presenter view steps through the others:', ...others.map(({ url, network }) => `    ${url}   ${network}`)] : [],
    '',
  ]
}

function goesOn({ session, resumed }: Running, format: number): string[] {
  if (!resumed)
    return []
  const { answers, startedAt } = resumed
  return [`  Session "${session}" goes on: ${plural(answers, 'answer')} from ${when(new Date(startedAt))}. A new group? npm start ${format} -- --new`, '']
}

function left({ leftOpen = [] }: Running): string[] {
  if (leftOpen.length === 0)
    return []
  return [
    '  Left without an end, so what links a phone to its answers is still kept. The presenter view ends them; these commands go on with them:',
    ...leftOpen.map(({ name, minutes }) => `    npm start ${minutes ?? DEFAULT_LENGTH} -- --session "${name}"`),
    '',
  ]
}

/** The time of day, with the date in front unless it is today's. */
function when(start: Date, now = new Date()): string {
  const time = start.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return start.toDateString() === now.toDateString() ? time : `${start.toLocaleDateString('en-CA')} ${time}`
}
