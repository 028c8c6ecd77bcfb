import type { NetworkInterfaceInfo } from 'node:os'
import type { Session } from '../../live/domain/session.ts'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newSession } from '../../live/domain/session.ts'
import { addressIndex, nextAddress } from '../../live/domain/view.ts'
import { Addresses, addressesOf, currentAddresses, originOf } from '../../live/server/addresses.ts'

function info(address: string, internal = false): NetworkInterfaceInfo {
  const about = { address, mac: '02:00:00:00:00:01', internal }
  return address.includes(':')
    ? { ...about, family: 'IPv6', netmask: 'ffff:ffff:ffff:ffff::', cidr: `${address}/64`, scopeid: 0 }
    : { ...about, family: 'IPv4', netmask: '255.255.255.0', cidr: `${address}/24` }
}

type Interfaces = Record<string, string[]>
function asNode(interfaces: Interfaces): NodeJS.Dict<NetworkInterfaceInfo[]> {
  return Object.fromEntries(
    Object.entries(interfaces).map(([name, addresses]) => [name, addresses.map(address => info(address, address.startsWith('127.') || address === '::1'))]),
  )
}
const found = (interfaces: Interfaces): string[] => addressesOf(asNode(interfaces), 80).map(({ url }) => new URL(url).hostname)

describe('the first address for phones', () => {
  it.each<[string, Interfaces, string[]]>([
    ['Linux, Wi-Fi and cable', { lo: ['127.0.0.1', '::1'], enp0s31f6: ['10.0.0.5'], wlp3s0: ['192.168.1.20', 'fe80::1'] }, ['192.168.1.20', '10.0.0.5']],
    ['Linux with containers', { 'lo': ['127.0.0.1'], 'docker0': ['172.17.0.1'], 'br-5f2a': ['172.18.0.1'], 'veth12ab': ['172.19.0.1'], 'eth0': ['10.1.2.3'] }, ['10.1.2.3', '172.17.0.1', '172.18.0.1', '172.19.0.1']],
    ['Linux with a tunnel', { lo: ['127.0.0.1'], tun0: ['10.8.0.2'], tailscale0: ['100.90.1.2'], wlan0: ['172.20.10.3'] }, ['172.20.10.3', '10.8.0.2', '100.90.1.2']],
    ['macOS, Wi-Fi', { lo0: ['127.0.0.1', '::1'], awdl0: ['169.254.7.7'], utun3: ['10.6.0.2'], bridge100: ['192.168.64.1'], en0: ['192.168.1.42'] }, ['192.168.1.42', '10.6.0.2', '192.168.64.1', '169.254.7.7']],
    ['macOS, Wi-Fi and a USB cable', { lo0: ['127.0.0.1'], en7: ['10.0.0.9'], en0: ['192.168.1.42'] }, ['192.168.1.42', '10.0.0.9']],
    ['Windows with Hyper-V and WSL', { 'vEthernet (WSL (Hyper-V firewall))': ['172.28.0.1'], 'VirtualBox Host-Only Network': ['192.168.56.1'], 'Ethernet': ['10.0.0.7'], 'Wi-Fi': ['192.168.0.11'], 'Loopback Pseudo-Interface 1': ['127.0.0.1', '::1'] }, ['192.168.0.11', '10.0.0.7', '172.28.0.1', '192.168.56.1']],
    ['Windows, Wi-Fi without a lease', { 'Wi-Fi': ['169.254.10.20'], 'Ethernet': ['192.168.0.11'] }, ['192.168.0.11', '169.254.10.20']],
    ['Linux with every kind of virtual card', { 'virbr0': ['192.168.122.1'], 'podman0': ['10.88.0.1'], 'cni0': ['10.42.0.1'], 'lxcbr0': ['10.0.3.1'], 'lxdbr0': ['10.9.9.1'], 'flannel.1': ['10.42.1.0'], 'vboxnet0': ['192.168.56.1'], 'enp3s0': ['192.168.7.7'] }, ['192.168.7.7', '192.168.122.1', '10.88.0.1', '10.42.0.1', '10.0.3.1', '10.9.9.1', '10.42.1.0', '192.168.56.1']],
    ['Linux with every kind of VPN', { ppp0: ['10.11.0.2'], gpd0: ['10.12.0.2'], nordlynx: ['10.5.0.2'], ztabcdef12: ['10.147.17.5'], proton0: ['10.2.0.2'], wwan0: ['10.20.0.9'], eth0: ['192.168.7.7'] }, ['192.168.7.7', '10.11.0.2', '10.12.0.2', '10.5.0.2', '10.147.17.5', '10.2.0.2', '10.20.0.9']],
    ['Windows, where a VPN is a second Ethernet adapter', { 'Ethernet 2': ['10.44.0.9'], 'Ethernet': ['192.168.0.7'] }, ['192.168.0.7', '10.44.0.9']],
    ['Windows, where that is the only other one', { 'Ethernet 4': ['10.44.0.9'], 'WLAN': ['192.168.0.11'] }, ['192.168.0.11', '10.44.0.9']],
    ['Windows with a mobile hotspot of its own', { 'Ethernet': ['10.0.0.7'], 'Local Area Connection* 12': ['192.168.137.1'] }, ['192.168.137.1', '10.0.0.7']],
    ['macOS that shares its connection', { en5: ['10.0.0.9'], bridge100: ['192.168.2.1'] }, ['192.168.2.1', '10.0.0.9']],
    ['a hotspot of the laptop\'s own', { lo: ['127.0.0.1'], wlan0: ['10.42.0.1'], wwan0: ['100.70.3.4'] }, ['10.42.0.1', '100.70.3.4']],
    ['a public address beside a private one', { eth0: ['203.0.113.5'], eth1: ['10.0.0.5'] }, ['10.0.0.5', '203.0.113.5']],
    ['two addresses on one network', { eth0: ['10.0.0.5', '10.0.0.6'] }, ['10.0.0.5', '10.0.0.6']],
    ['only the newer kind of address', { lo: ['127.0.0.1'], eth0: ['2001:db8::5'] }, ['127.0.0.1']],
    ['no network at all', { lo: ['127.0.0.1', '::1'] }, ['127.0.0.1']],
    ['nothing known', {}, ['127.0.0.1']],
  ])('%s', (_, interfaces, expected) => {
    expect(found(interfaces)).toEqual(expected)
  })

  it('comes with the name of its network and the port', () => {
    expect(addressesOf(asNode({ wlp3s0: ['192.168.1.20'] }), 4590)).toEqual([{ network: 'wlp3s0, Wi-Fi', url: 'http://192.168.1.20:4590' }])
    expect(addressesOf({}, 4590)).toEqual([{ network: 'this laptop only: it is in no network', url: 'http://127.0.0.1:4590' }])
  })

  it.each([
    ['docker0', {}, 'containers'],
    ['virbr0', {}, 'virtual machines'],
    ['eth1', { mac: '52:54:00:12:34:56' }, 'virtual machines'],
    ['nordlynx', {}, 'VPN'],
    ['Ethernet 3', { mac: '00:05:9a:3c:7a:00' }, 'VPN'],
    ['Ethernet', { mac: '00:ff:12:34:56:78' }, 'VPN'],
    ['mystery0', { netmask: '255.255.255.255' }, 'VPN'],
    ['Ethernet 2', {}, 'a further adapter'],
    ['以太网 2', {}, 'a further adapter'],
    ['Подключение по локальной сети 3', {}, 'a further adapter'],
    ['以太网', {}, 'cable'],
    ['Wi-Fi 2', {}, 'Wi-Fi'],
    ['Drahtlosnetzwerkverbindung 2', {}, 'Wi-Fi'],
    ['无线网络连接', {}, 'Wi-Fi'],
    ['incusbr0', {}, 'containers'],
    ['cilium_host', {}, 'containers'],
    ['lima0', {}, 'virtual machines'],
    ['outline-tun0', {}, 'VPN'],
    ['feth12', {}, 'VPN'],
    ['wwan0', {}, 'mobile broadband'],
    ['en0', {}, 'Wi-Fi'],
    ['enx00e04c680001', {}, 'cable'],
    ['something', {}, 'a network'],
  ])('names the network card %s with %j: %s', (name, card, about) => {
    const [address] = addressesOf({ [name]: [{ ...info('10.1.2.3'), ...card } as NetworkInterfaceInfo] }, 80)
    expect(address?.network).toContain(about)
  })

  it('comes with advice inside WSL, unless it is an address of Windows', () => {
    const inside = { eth0: [{ ...info('172.28.114.9'), netmask: '255.255.240.0' } as NetworkInterfaceInfo] }
    expect(addressesOf(inside, 80, true)[0]?.network).toBe('eth0, inside WSL, where phones cannot come. Start in Windows itself, or set networkingMode=mirrored in .wslconfig')
    expect(addressesOf(inside, 80, false)[0]?.network).toBe('eth0, cable')
    expect(addressesOf(asNode({ eth0: ['192.168.1.7'] }), 80, true)[0]?.network).toBe('eth0, cable')
  })

  it('is the one that was set, if any', () => {
    expect(currentAddresses(4590, '10.9.8.7')).toEqual([{ network: '10.9.8.7', url: 'http://10.9.8.7:4590' }])
    expect(currentAddresses(4590, '::1')).toEqual([{ network: 'this laptop only: no phone can join', url: 'http://[::1]:4590' }])
  })

  it.each(['0.0.0.0', '::', undefined])('is one that can be typed when the server listens on %s', (host) => {
    const addresses = currentAddresses(4590, host)
    expect(addresses).toEqual(addressesOf(networkInterfaces(), 4590))
    expect(addresses.every(({ url }) => /^http:\/\/[1-9][\d.]+:4590$/.test(url))).toBe(true)
  })

  it('can be opened as IPv4 and as IPv6', () => {
    expect(new URL(originOf('::1', 4590)).port).toBe('4590')
    expect(originOf('laptop.local', 4590)).toBe('http://laptop.local:4590')
  })
})

describe('a laptop that changes its network', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const cafe = { network: 'wlan0', url: 'http://192.168.1.20:80' }
  const cable = { network: 'eth0', url: 'http://10.0.0.5:80' }
  const hotspot = { network: 'wlan0', url: 'http://172.20.10.2:80' }

  const sessionAt = (url: string | null): Session => ({ ...newSession(0), join: { shown: false, url } })

  it('reports new addresses within ten seconds, once', () => {
    let now = [cafe]
    const changed = vi.fn()
    const addresses = new Addresses(() => now)
    addresses.subscribe(changed)
    const move = (to: typeof now): void => {
      now = to
      vi.advanceTimersByTime(10_000)
    }
    expect(addresses.current).toEqual([cafe])
    move([hotspot])
    expect(addresses.current).toEqual([hotspot])
    expect(changed).toHaveBeenCalledTimes(1)
    move([{ ...hotspot }])
    expect(changed).toHaveBeenCalledTimes(1)
    addresses.close()
  })

  it.each([
    ['the first while none was chosen', null, [cafe, cable], 0],
    ['the chosen one', cable.url, [cafe, cable], 1],
    ['the chosen one, wherever it stands now', cable.url, [cable, hotspot], 0],
    ['the first when the chosen one is gone', cable.url, [hotspot], 0],
    ['none where there is none', cable.url, [], 0],
  ])('shows %s', (_, url, addresses, index) => {
    expect(addressIndex(sessionAt(url), addresses)).toBe(index)
  })

  it('cycles through all addresses', () => {
    const all = [cafe, cable, hotspot]
    let session = sessionAt(null)
    const seen = all.map(() => {
      session = sessionAt(nextAddress(session, all) ?? null)
      return session.join.url
    })
    expect(seen).toEqual([cable.url, hotspot.url, cafe.url])
    expect(nextAddress(sessionAt(null), [cafe])).toBe(cafe.url)
    expect(nextAddress(sessionAt(null), [])).toBeUndefined()
  })
})
