import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openSqlite } from '../../live/store/sqlite-file.ts'
import { deleteSession } from '../../scripts/lib/delete-session.ts'
import { record } from '../server/store-contract.ts'

/** A folder with the sessions blue and blue-2, and what may lie beside them. */
async function folderOfTwo(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'delete-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of ['blue', 'blue-2'])
    await (await openSqlite(join(folder, `${name}.sqlite`), { ...record, name })).close()
  for (const name of ['blue.sqlite-wal', 'blue.sqlite.old', 'notes.txt'])
    writeFileSync(join(folder, name), '')
  return folder
}

/** Answers every question, and tells which were asked. */
function replying(reply: string): { asked: string[], ask: (question: string) => Promise<string> } {
  const asked: string[] = []
  return { asked, ask: async (question) => {
    asked.push(question)
    return reply
  } }
}

it('deletes a session and all that lies beside its file, and nothing else, after asking once', async () => {
  const folder = await folderOfTwo()
  const { asked, ask } = replying('yes')
  expect(await deleteSession({ dataDir: folder }, 'blue', ask)).toBe('The session "blue" is deleted. Copies that you made elsewhere, such as backups, are not.')
  expect(asked).toEqual([expect.stringMatching(/^Delete the session "blue" of \d{4}-\d\d-\d\d with all its answers, for good\? Type yes: $/)])
  expect(readdirSync(folder)).toEqual(['blue-2.sqlite', 'notes.txt'])
})

it('asks by the name that the session has, and by the day that it was here', async () => {
  vi.stubEnv('TZ', 'Pacific/Honolulu')
  onTestFinished(() => void vi.unstubAllEnvs())
  const folder = await folderOfTwo()
  await (await openSqlite(join(folder, 'Late.sqlite'), { ...record, name: 'Late', startedAt: '2027-01-01T05:30:00.000Z' })).close()
  const { asked, ask } = replying('yes')
  expect(await deleteSession({ dataDir: folder }, 'late', ask)).toContain('The session "Late" is deleted.')
  expect(asked).toEqual([expect.stringContaining('Delete the session "Late" of 2026-12-31 ')])
  expect(readdirSync(folder)).toContain('blue.sqlite')
})

it.each(['', 'y', 'no', 'blue'])('deletes nothing when the reply is "%s"', async (reply) => {
  const folder = await folderOfTwo()
  expect(await deleteSession({ dataDir: folder }, 'blue', replying(reply).ask)).toBe('Nothing was deleted.')
  expect(readdirSync(folder)).toContain('blue.sqlite')
})

it('deletes a rehearsal, which stands in a folder of its own', async () => {
  const folder = await folderOfTwo()
  mkdirSync(join(folder, 'rehearsals'))
  writeFileSync(join(folder, 'rehearsals', 'try.sqlite'), '')
  await deleteSession({ dataDir: folder }, 'try', replying('yes').ask)
  expect(readdirSync(join(folder, 'rehearsals'))).toEqual([])
  expect(readdirSync(folder)).toContain('blue.sqlite')
})

it('a session that does not exist is refused with the names that do', async () => {
  const folder = await folderOfTwo()
  const { asked, ask } = replying('yes')
  await expect(deleteSession({ dataDir: folder }, 'green', ask)).rejects.toThrow('There is no session "green". There are: "blue", "blue-2".')
  await expect(deleteSession({ dataDir: join(folder, 'nowhere') }, 'green', ask)).rejects.toThrow('There is no session "green". No session was kept here yet.')
  expect(asked).toEqual([])
})

it('a session that runs is not deleted', async () => {
  const folder = await folderOfTwo()
  const running = await openSqlite(join(folder, 'blue-2.sqlite'))
  onTestFinished(() => running.close())
  await expect(deleteSession({ dataDir: folder }, 'blue-2', replying('yes').ask)).rejects.toThrow('runs already in another window')
  expect(readdirSync(folder)).toContain('blue-2.sqlite')
})

it('a file that cannot be read is deleted all the same, if asked for', async () => {
  const folder = await folderOfTwo()
  writeFileSync(join(folder, 'torn.sqlite'), 'not a session')
  const { asked, ask } = replying('Yes ')
  await deleteSession({ dataDir: folder }, 'torn', ask)
  expect(asked[0]).toContain('cannot be read')
  expect(readdirSync(folder)).not.toContain('torn.sqlite')
})
