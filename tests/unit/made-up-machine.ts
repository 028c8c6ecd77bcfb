import type { NetworkInterfaceInfo } from 'node:os'
import type { Machine } from '../../scripts/doctor/machine.ts'

/** An address of a network card as Node tells it. */
export function card(address: string, more: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo {
  return { address, netmask: '255.255.255.0', family: 'IPv4', mac: '02:00:00:00:00:01', internal: address.startsWith('127.'), cidr: `${address}/24`, ...more } as NetworkInterfaceInfo
}

const ready: Machine = {
  minutes: 90,
  node: '24.21.0',
  installed: true,
  folder: '/home/sam/the-fork',
  settings: null,
  slides: null,
  browser: { path: '/usr/bin/chromium', version: 150 },
  stale: [],
  port: { number: 4590, user: 'nobody' },
  data: { path: '/home/sam/the-fork/data', marks: ['data', 'package.json', 'sam'], on: null, trouble: null, freeBytes: 80_000_000_000, writeMs: 0.8 },
  network: { interfaces: { lo: [card('127.0.0.1')], wlp3s0: [card('192.168.1.20')] }, isWsl: false, host: undefined, silent: [] },
  power: { source: 'mains', percent: 93, sleepAfter: 0 },
}

/** Parts of a machine that differ from one where all is well. */
export type Otherwise = { [K in keyof Machine]?: Machine[K] extends object | null ? Partial<Machine[K]> | null : Machine[K] }

/** A machine where all is well but for these parts. */
export function machineWith(parts: Otherwise): Machine {
  const merged = Object.entries(parts).map(([name, part]) => {
    const usual: unknown = ready[name as keyof Machine]
    const isPart = typeof part === 'object' && part !== null && !Array.isArray(part) && typeof usual === 'object'
    return [name, isPart ? { ...usual, ...part } : part]
  })
  return { ...ready, ...Object.fromEntries(merged) as Partial<Machine> }
}
