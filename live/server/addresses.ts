import type { NetworkInterfaceInfo } from 'node:os'
import type { Address } from '../domain/state.ts'
import { networkInterfaces } from 'node:os'

/** Names of interfaces that phones in the room are hardly ever behind: containers, virtual machines, tunnels. */
const VIRTUAL = /docker|veth|br-|vmnet|vbox|virtualbox|vmware|wsl|hyper-v|utun|tun|tap|wg|tailscale|zerotier|awdl|llw|bridge/i
const WIRELESS = /wl|wi-?fi|airport|en0/i

/** Lower is likelier to be the network that the room's phones are in. */
function rank(name: string, address: string): number {
  const isLinkLocal = address.startsWith('169.254.')
  const isPrivate = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address)
  return (isLinkLocal ? 8 : 0) + (VIRTUAL.test(name) ? 4 : 0) + (isPrivate ? 0 : 2) + (WIRELESS.test(name) ? 0 : 1)
}

/** Every IPv4 address this laptop can be reached at, the likeliest first; the loopback address when there is no other. */
export function addressesOf(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>, port: number): Address[] {
  const found = Object.entries(interfaces).flatMap(([network, infos]) => (infos ?? [])
    .filter(info => info.family === 'IPv4' && !info.internal)
    .map(info => ({ network, address: info.address })))
  found.sort((a, b) => rank(a.network, a.address) - rank(b.network, b.address))
  const all = found.length > 0 ? found : [{ network: 'this laptop only', address: '127.0.0.1' }]
  return all.map(({ network, address }) => ({ network, url: originOf(address, port) }))
}

/** `http://` with a name or an address, which for IPv6 stands in brackets. */
export function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The addresses as of now; with a fixed `host`, that one. */
export function currentAddresses(port: number, host: string | undefined): Address[] {
  return host === undefined || host === '0.0.0.0'
    ? addressesOf(networkInterfaces(), port)
    : [{ network: host, url: originOf(host, port) }]
}
