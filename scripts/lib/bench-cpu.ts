import type { Room } from './bench-room.ts'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { createClient } from 'redis'

/** CPU time used since the start, in microseconds. Null where it cannot be read. */
export interface Cpu { servers: number | null, store: number | null, phones: number }

const isLinux = process.platform === 'linux'
/** Length of the tick that `/proc` counts in. */
const TICK_US = isLinux ? 1e6 / Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout || 100) : Number.NaN

/** Time of all servers together, of the store, and of the simulated phones. */
export async function readCpu({ pids, store }: Room): Promise<Cpu> {
  return {
    servers: isLinux ? pids.reduce((sum, pid) => sum + ticksOf(readFileSync(`/proc/${pid}/stat`, 'utf8')), 0) * TICK_US : null,
    store: store === null ? null : await storeCpu(store),
    phones: phonesCpu(),
  }
}

/** User and system time of a process, from the text of its `/proc/PID/stat`; its name there may hold anything. */
export function ticksOf(stat: string): number {
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number)
  return (user ?? Number.NaN) + (system ?? Number.NaN)
}

/** CPU time of this process, which simulates the phones. Above one core, the phones limit what is measured. */
function phonesCpu(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** The store's own report of its CPU time, since it may run anywhere. */
async function storeCpu(url: string): Promise<number> {
  const client = createClient({ url })
  await client.connect()
  const info = await client.info('cpu')
  await client.close()
  return ['used_cpu_user', 'used_cpu_sys'].reduce((sum, name) => sum + Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]) * 1e6, 0)
}

/** What each of `count` things cost between two readings: `server 210 µs, store 95 µs, phones 80 µs`. */
export function cpuEach(before: Cpu, after: Cpu, count: number): string {
  const each = (one: number | null, two: number | null): string | null => one === null || two === null ? null : `${Math.round((two - one) / count)} µs`
  const servers = each(before.servers, after.servers)
  const store = each(before.store, after.store)
  return [servers === null ? 'of the server is measured on Linux only' : `server ${servers}`, store === null ? null : `store ${store}`, `phones ${each(before.phones, after.phones)}`].filter(Boolean).join(', ')
}

/** The most memory that a server has taken so far. */
export function memoryOf(pids: readonly number[]): string {
  if (!isLinux)
    return 'is measured on Linux only'
  const peaks = pids.map(pid => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
  return peaks.map(peak => `${Math.round(peak)} MB`).join(', ')
}
