import type { NetworkCard } from '../../live/server/addresses.ts'
import type { Finding } from './finding.ts'
import type { Laptop } from './machine.ts'
import { isEverywhere, isLoopback, networkCards, originOf } from '../../live/server/addresses.ts'
import { fine, look, stop } from './finding.ts'

const WINDOWS_HOTSPOT = '192.168.137.1'
const HOTSPOT = 'Connect it to the room\'s Wi-Fi, or open a hotspot on a phone and put laptop and phones on it.'

/** What to do where no phone can come, by what the likeliest card is. */
const remedies: Partial<Record<NetworkCard['kind'], string>> = {
  wsl: '', // its name says it
  tunnel: `Turn the VPN off. ${HOTSPOT}`,
  unusable: `The network gave this laptop no address: connect to it again. ${HOTSPOT}`,
}

/** Every address of this laptop: where phones join, what else they may try, and what is passed over. */
export function networkFindings({ network, port: { number: port } }: Laptop): Finding[] {
  const { interfaces, isWsl, host, silent } = network
  if (host !== undefined && isLoopback(host))
    return [stop('network', `No phone can join: ${host} is for this laptop only.`, 'Leave out --host and FORK_HOST to let phones in.')]
  const all = networkCards(interfaces, isWsl)
  const cards = host === undefined || isEverywhere(host) ? all : all.filter(({ address }) => address === host)
  const [likeliest] = cards
  const passedOver = cards.filter(card => !card.reachable).map(card => fine('network', `Passed over: ${named(card, port)}.`))
  if (!likeliest && all.length > 0)
    return [fine('network', `Listens on ${host} alone.`, 'Whether phones reach it only a phone can tell: join with yours.')]
  if (!likeliest)
    return [stop('network', 'No phone can join: this laptop is in no network.', HOTSPOT)]
  if (!likeliest.reachable)
    return [stop('network', `No phone can join: there is only ${named(likeliest, port)}.`, remedies[likeliest.kind] ?? HOTSPOT), ...passedOver.slice(1)]
  const [first, ...others] = cards.filter(({ reachable }) => reachable)
  return [
    ...first ? joining(first, port, silent) : [],
    ...others.map(card => fine('network', `Next: ${named(card, port)}.`, 'N in the presenter view steps there.')),
    ...passedOver,
    ...cards.some(({ kind }) => kind === 'tunnel') ? [look('network', 'A VPN is on.', 'Some keep a laptop from the network it is in: turn it off before people come.')] : [],
  ]
}

function joining(card: NetworkCard, port: number, silent: readonly string[]): Finding[] {
  const where = `Phones join at ${named(card, port)}`
  if (silent.includes(card.address))
    return [stop('network', `${where}, and that does not answer even to this laptop.`, 'A firewall stands in between: let Node accept connections, on private and public networks.')]
  return [
    fine('network', `${where}.`, 'Whether the Wi-Fi lets them through only a phone can tell: join with yours.'),
    ...card.kind === 'hotspot' && card.address === WINDOWS_HOTSPOT ? [look('network', 'The hotspot is that of Windows, which lets eight devices join.', 'For more people use the hotspot of a phone or a small router.')] : [],
  ]
}

function named({ name, about, address }: NetworkCard, port: number): string {
  return `${port === 0 ? address : originOf(address, port)} (${name}, ${about})`
}
