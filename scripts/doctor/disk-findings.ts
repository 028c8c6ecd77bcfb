import type { Finding } from './finding.ts'
import type { DataFolder, Laptop } from './machine.ts'
import { fine, look, stop } from './finding.ts'

const MB = 1_000_000
/** A session takes a few megabytes; building a deck takes more. */
const TOO_LITTLE = 50 * MB
const LITTLE = 500 * MB
/** A synced write slower than this is noticed: phones would show “sending” for as long. */
const SLOW_MS = 60
const ELSEWHERE = 'Keep the answers on a disk of this laptop: start with --data-dir FOLDER.'

/** Synchronising programs, recognised by a folder's name or by a file they leave in it. */
const syncPrograms: readonly { name: string, folder: RegExp, mark?: RegExp }[] = [
  { name: 'OneDrive', folder: /^OneDrive(?:\b.*)?$/i },
  { name: 'Dropbox', folder: /^Dropbox(?: \(.*\))?$/i, mark: /^\.dropbox(?:\.cache)?$/ },
  { name: 'Google Drive', folder: /^(?:Google ?Drive(?:-.*)?|My Drive)$/i, mark: /^\.tmp\.drive(?:up|down)load$/ },
  { name: 'iCloud', folder: /^(?:Mobile Documents|iCloud ?Drive|com~apple~CloudDocs)$/i },
  { name: 'Nextcloud', folder: /^Nextcloud\d*$/i, mark: /^\.nextcloudsync\.log$/ },
  { name: 'ownCloud', folder: /^ownCloud\d*$/i, mark: /^\.owncloudsync\.log$/ },
  { name: 'Syncthing', folder: /^Syncthing$/i, mark: /^\.stfolder$/ },
  { name: 'Box', folder: /^Box(?: Sync)?$/ },
  { name: 'pCloud', folder: /^pCloud ?(?:Drive|Sync)$/i },
  { name: 'MEGA', folder: /^MEGA(?:sync.*)?$/, mark: /^\.megaignore$/ },
  { name: 'Seafile', folder: /^Seafile$/i, mark: /^\.seafile-data$/ },
  { name: 'Proton Drive', folder: /^Proton ?Drive$/i },
]

/** The program that copies this folder elsewhere while the workshop writes into it; null when none is known. */
function syncProgramOf({ path, marks }: Pick<DataFolder, 'path' | 'marks'>): string | null {
  const parts = path.split(/[\\/]/)
  return syncPrograms.find(({ folder, mark }) => parts.some(part => folder.test(part)) || (mark && marks.some(name => mark.test(name))))?.name ?? null
}

export function diskFindings({ data: { path, trouble, freeBytes, writeMs } }: Laptop): Finding[] {
  if (trouble !== null)
    return [stop('disk', `Nothing can be written to ${path}: ${trouble}`, 'Allow writing there, or start with another folder: --data-dir FOLDER')]
  const free = freeBytes === null ? '' : `${sizeOf(freeBytes)} free. `
  if (freeBytes !== null && freeBytes < TOO_LITTLE)
    return [stop('disk', `The disk is full: ${free.trim()}`, 'Free some disk space.')]
  if (freeBytes !== null && freeBytes < LITTLE)
    return [look('disk', `The disk is nearly full: ${free.trim()}`, 'Free some disk space.')]
  const write = writeMs === null ? '' : `A write takes ${writeMs < 10 ? writeMs.toFixed(1) : Math.round(writeMs)} ms until it is on the disk.`
  if (writeMs !== null && writeMs > SLOW_MS)
    return [look('disk', `The disk is slow. ${write}`, 'Nothing is lost by that, but phones wait for it. Stop backups and scans, or start on another disk: --data-dir FOLDER')]
  return [fine('disk', `${free}${write}`.trim())]
}

export function dataFindings({ data }: Laptop): Finding[] {
  const program = syncProgramOf(data)
  if (program !== null)
    return [look('data', `Answers are kept in ${data.path}, which ${program} copies to other computers.`, `It may lock, move or put back the file while the workshop writes. ${ELSEWHERE}`)]
  if (data.on === 'a network')
    return [look('data', `Answers are kept in ${data.path}, which is no disk of this laptop.`, `It may be slow or go away. ${ELSEWHERE}`)]
  if (data.on === 'Windows')
    return [look('data', `Answers are kept in ${data.path}, a folder of Windows, where WSL writes slowly.`, 'Keep them in WSL: start with --data-dir ~/fork-data.')]
  if (data.on === 'memory')
    return [look('data', `Answers are kept in ${data.path}, which is memory: a restart of the laptop deletes them.`, ELSEWHERE)]
  return []
}

function sizeOf(bytes: number): string {
  return bytes >= 1_000 * MB ? `${(bytes / 1_000 / MB).toFixed(1)} GB` : `${Math.floor(bytes / MB)} MB`
}
