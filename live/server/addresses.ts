import type { NetworkInterfaceInfo } from 'node:os'
import type { Address } from '../domain/state.ts'
import { networkInterfaces, release } from 'node:os'
import { Subscribers } from '../store/subscribers.ts'

/** An IPv4 address and the network interface that has it. */
interface Card { name: string, address: string, netmask: string, mac: string }

/** A kind of network card. `rank` orders them: phones most likely come in by 0; from 5 on none can. */
interface Sort { kind: CardKind, rank: number, about: string, is: (card: Card) => boolean }

type CardKind = 'unusable' | 'hotspot' | 'containers' | 'machines' | 'tunnel' | 'mobile' | 'further' | 'wifi' | 'cable' | 'wsl' | 'other'

/** An IPv4 address of this laptop, and what it is. */
export interface NetworkCard {
  name: string
  address: string
  kind: CardKind
  about: string
  /** Whether phones may come that way. */
  reachable: boolean
}

const UNREACHABLE = 5

/** Only inside Windows' Linux, unless it shares the addresses of Windows. */
const WSL = 'inside WSL, where phones cannot come. Start in Windows itself, or set networkingMode=mirrored in .wslconfig'
const CONTAINERS = /^(?:docker|podman|cni|flannel|cali|cilium|weave|vxlan|veth|br-|lxc|lxd|incus|waydroid|nerdctl|kube|crc)/i
const MACHINES = /^(?:virbr|vnet\d|vmnet|vmenet|vnic|bridge\d|vbox|mpqemubr|prl|qemu|lima|colima|tap.*vm)|vethernet|hyper-v|virtualbox|vmware|parallels|\bwsl/i
const TUNNELS = /^(?:u?tun|tap|wg|ppp|zt|feth|xfrm|gpd|ipsec|ham\d|awdl|llw|cscotun|gif|stf|nebula|tinc)|tailscale|zerotier|nord|proton|mullvad|wireguard|openvpn|globalprotect|pangp|anyconnect|forti|warp|hamachi|surfshark|expressvpn|vpn|\btun\d/i
/** What systems call Wi-Fi in other languages. */
const WIFI = /^(?:wl|en0$)|wi-?fi|wlan|wireless|airport|drahtlos|draadlo|trådlös|trådløs|sans fil|inal[áa]mbric|sem fio|senza fili|bezprzewod|беспровод|бездрот|kablosuz|无线|無線|ワイヤレス|무선/i
/** Makers of adapters that exist as programs: Cisco, TAP, Fortinet, Palo Alto; then Hyper-V, VMware, VirtualBox, QEMU, Docker. */
const TUNNEL_MACS = /^(?:00:05:9a|00:ff|00:09:0f|02:50:41)/i
const MACHINE_MACS = /^(?:0a:00:27|52:54:00|fe:54:00|02:42)/i

/** Kinds of network card; the first whose `is` fits names the card. */
const sorts: Sort[] = [
  { kind: 'unusable', rank: 8, about: 'without an address of its own: this network does not work yet', is: ({ address }) => address.startsWith('169.254.') },
  { kind: 'hotspot', rank: 0, about: 'this laptop\'s own hotspot', is: ({ name, address }) => address === '192.168.137.1' || (address === '10.42.0.1' && name.startsWith('w')) || (address === '192.168.2.1' && name.startsWith('bridge')) },
  { kind: 'containers', rank: 5, about: 'containers, where no phone is', is: ({ name }) => CONTAINERS.test(name) },
  { kind: 'machines', rank: 5, about: 'virtual machines, where no phone is', is: ({ name, mac }) => MACHINES.test(name) || MACHINE_MACS.test(mac) },
  { kind: 'tunnel', rank: 5, about: 'a VPN or tunnel, where no phone is', is: ({ name, mac, netmask, address }) => TUNNELS.test(name) || TUNNEL_MACS.test(mac) || netmask === '255.255.255.255' || /^198\.1[89]\./.test(address) },
  { kind: 'mobile', rank: 5, about: 'mobile broadband, where no phone of the room is', is: ({ name, address }) => /^(?:wwan|wwp|rmnet|ccmni)|cellular|mobil/i.test(name) || /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address) },
  { kind: 'wifi', rank: 0, about: 'Wi-Fi', is: ({ name }) => WIFI.test(name) },
  { kind: 'further', rank: 3, about: 'a further adapter: a dock, or a VPN where no phone is', is: ({ name }) => /\s\d+$|^(?:ethernet|lan|local area connection|lan-verbindung)\W*\d+$/i.test(name) },
  { kind: 'cable', rank: 1, about: 'cable', is: ({ name }) => /^(?:eth|en|em\d|lan|以太网|乙太網路|イーサネット|이더넷)/i.test(name) },
]

function sortOf(card: Card, isWsl: boolean): Omit<Sort, 'is'> {
  if (isWsl && card.netmask === '255.255.240.0' && isPrivate(card.address))
    return { kind: 'wsl', rank: 6, about: WSL }
  return sorts.find(sort => sort.is(card)) ?? { kind: 'other', rank: 2, about: 'a network' }
}

function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address)
}

/** Every IPv4 address of this laptop but loopback, the likeliest for phones first. */
export function networkCards(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>, isWsl = isInWsl()): NetworkCard[] {
  const found = Object.entries(interfaces).flatMap(([name, infos]) => (infos ?? [])
    .filter(info => info.family === 'IPv4' && !info.internal)
    .map(info => ({ name, address: info.address, ...sortOf({ name, ...info }, isWsl) })))
  const likelihood = ({ rank, address }: typeof found[number]): number => 2 * rank + (isPrivate(address) ? 0 : 1)
  return found
    .sort((a, b) => likelihood(a) - likelihood(b))
    .map(({ name, address, kind, rank, about }) => ({ name, address, kind, about, reachable: rank < UNREACHABLE }))
}

/** True inside Windows' Linux. */
export function isInWsl(): boolean {
  return /microsoft/i.test(release())
}

/** Every IPv4 address this laptop can be reached at, the likeliest first, each with what it is; the loopback address when there is no other. */
export function addressesOf(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>, port: number, isWsl = isInWsl()): Address[] {
  const cards = networkCards(interfaces, isWsl)
  return cards.length > 0
    ? cards.map(({ name, about, address, reachable }) => ({ network: `${name}, ${about}`, url: originOf(address, port), ...!reachable && { unreachable: true } }))
    : [{ network: 'this laptop only: it is in no network', url: originOf('127.0.0.1', port) }]
}

/** `http://` with a name or an address, which for IPv6 stands in brackets. */
export function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Whether an address can be reached from this laptop alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** True where the server listens on every address it has. */
export function isEverywhere(host: string | undefined): boolean {
  return host === undefined || host === '0.0.0.0' || host === '::'
}

/** The addresses as of now; with a public one or a fixed `host`, that one. */
export function currentAddresses(port: number, host: string | undefined, publicOrigin?: string): Address[] {
  if (publicOrigin !== undefined)
    return [{ network: 'the public address', url: publicOrigin }]
  const all = addressesOf(networkInterfaces(), port)
  if (host === undefined || isEverywhere(host))
    return all
  const url = originOf(host, port)
  return [all.find(address => address.url === url) ?? { network: isLoopback(host) ? 'this laptop only: no phone can join' : host, url }]
}

const LOOK_AGAIN_MS = 5_000

/** Where phones can join, looked at again every few seconds: a laptop changes its Wi-Fi. */
export class Addresses {
  readonly #look: () => Address[]
  readonly #timer: NodeJS.Timeout
  readonly #listeners = new Subscribers()
  #current: Address[]

  constructor(look: () => Address[]) {
    this.#look = look
    this.#current = look()
    this.#timer = setInterval(() => this.#lookAgain(), LOOK_AGAIN_MS)
    this.#timer.unref()
  }

  get current(): readonly Address[] {
    return this.#current
  }

  /**
   * Calls `changed` when the addresses change.
   * @returns a function that ends this
   */
  subscribe(changed: () => void): () => void {
    return this.#listeners.add(changed)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #lookAgain(): void {
    const addresses = this.#look()
    if (JSON.stringify(addresses) === JSON.stringify(this.#current))
      return
    this.#current = addresses
    this.#listeners.tell()
  }
}
