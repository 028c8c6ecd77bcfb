import type { DataFolder } from './machine.ts'
import { Buffer } from 'node:buffer'
import { closeSync, existsSync, fdatasyncSync, openSync, readdirSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { isInWsl } from '../../live/server/addresses.ts'

/** Number of test writes: enough for a median, few enough to be quick. */
const WRITES = 21
const LONGEST_MS = 400
const PAGE = Buffer.alloc(4096)

/** File systems of Linux by their number, where the file is on no disk of this laptop: NFS, SMB; tmpfs, ramfs; 9p, by which WSL shows the disks of Windows. */
const fileSystems: readonly (readonly [type: number, on: DataFolder['on']])[] = [
  [0x6969, 'a network'],
  [0x517B, 'a network'],
  [0xFF534D42, 'a network'],
  [0xFE534D42, 'a network'],
  [0x01021994, 'memory'],
  [0x858458F6, 'memory'],
  [0x01021997, isInWsl() ? 'Windows' : 'a network'],
]

/** The folder of the answers as it is now. It is not made: what is not there yet will be where its parent is. */
export function probeData(path: string): DataFolder {
  const place = nearest(path)
  const { free, on } = spaceOf(place)
  return { path, marks: [path, ...parentsOf(path)].flatMap(namesIn), on, freeBytes: free, ...write(place) }
}

function nearest(path: string): string {
  return [path, ...parentsOf(path)].find(folder => existsSync(folder)) ?? path
}

function parentsOf(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [parent, ...parentsOf(parent)]
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  }
  catch {
    return [] // not there yet, or not to be read
  }
}

function spaceOf(place: string): { free: number | null, on: DataFolder['on'] } {
  try {
    const { bavail, bsize, type } = statfsSync(place)
    const known = process.platform === 'linux' ? fileSystems.find(([number]) => number === type) : undefined
    return { free: bavail * bsize, on: known?.[1] ?? null }
  }
  catch {
    return { free: null, on: null }
  }
}

/** Writes a page and syncs it, as an answer is written, and takes the time. */
function write(place: string): Pick<DataFolder, 'trouble' | 'writeMs'> {
  const file = join(place, `.doctor-${process.pid}`)
  try {
    const opened = openSync(file, 'wx')
    try {
      const times: number[] = []
      const end = performance.now() + LONGEST_MS
      while (times.length < WRITES && (times.length === 0 || performance.now() < end)) {
        const start = performance.now()
        writeSync(opened, PAGE)
        fdatasyncSync(opened)
        times.push(performance.now() - start)
      }
      return { trouble: null, writeMs: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? null }
    }
    finally {
      closeSync(opened)
      rmSync(file)
    }
  }
  catch (error) {
    return { trouble: `${error instanceof Error ? error.message : String(error)}.`, writeMs: null }
  }
}
