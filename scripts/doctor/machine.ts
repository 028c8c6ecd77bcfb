import type { NetworkInterfaceInfo } from 'node:os'

/** This laptop as it will be used: facts without a judgement. */
export interface Machine extends Laptop {
  /** Version of the Node that runs this. */
  node: string
  /** Whether every package of the lock file is here. */
  installed: boolean
  /** Folder of the project. */
  folder: string
  /** What `npm start` would say of its settings; null when it takes them. */
  settings: string | null
  /** What every command would say of the slides; null when they are in order. */
  slides: string | null
  /** The Chromium, Chrome or Edge that prints and tests; its major version where it tells. */
  browser: { path: string, version: number | null } | null
  /** What the next start has to build first. */
  stale: readonly string[]
}

/** Facts that change from hour to hour, which a start examines again. */
export interface Laptop {
  /** Length of the workshop that is planned, in minutes. */
  minutes: number
  port: Port
  data: DataFolder
  network: Network
  power: Power
}

export interface Port {
  number: number
  /** Who uses it. `nobody-may`: it needs special rights. */
  user: 'nobody' | 'workshop' | 'another' | 'nobody-may'
}

/** Where answers are kept. */
export interface DataFolder {
  path: string
  /** Names in this folder and those above it by which programs that synchronise are known. */
  marks: readonly string[]
  /** What the folder lies on, where that is no disk of this laptop. */
  on: 'a network' | 'memory' | 'Windows' | null
  /** Why nothing can be written there; null when something was. */
  trouble: string | null
  freeBytes: number | null
  /** How long a small write takes until it is on the disk; half of them took longer. */
  writeMs: number | null
}

export interface Network {
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>
  isWsl: boolean
  /** The one address to listen on; undefined for all of them. */
  host: string | undefined
  /** Addresses that did not answer when this laptop itself asked. */
  silent: readonly string[]
}

/** As far as the system tells; null where it does not. */
export interface Power {
  source: 'mains' | 'battery' | null
  /** How full the battery is. */
  percent: number | null
  /** Minutes without a key after which the plugged-in laptop sleeps; 0 for never. */
  sleepAfter: number | null
}
