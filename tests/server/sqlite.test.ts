import type { SqliteSession } from '../../live/store/sqlite-store.ts'
import { Buffer } from 'node:buffer'
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../live/store/sqlite-file.ts'
import { StoreError } from '../../live/store/store.ts'
import { useSessionFiles } from './sqlite-files.ts'
import { lunch, opened, record, storeContract } from './store-contract.ts'

const { folder, newFile, filled } = useSessionFiles()

/** Opens a copy of the files as they are at that moment, which is what a killed process leaves. */
storeContract('SQLite', () => {
  let file = newFile()
  let running: SqliteSession | null = null
  return {
    async open() {
      if (running !== null && await running.check().then(() => true, () => false))
        return running.client()
      running = await openSqlite(file, record)
      return running
    },
    async kill() {
      const copy = newFile()
      for (const ending of ['', '-wal'])
        copyFileSync(file + ending, copy + ending)
      void running?.close()
      running = null
      file = copy
    },
  }
})

/** Everything on disk that belongs to a session. */
function bytesOf(file: string): Buffer {
  const name = file.slice(folder.length + 1)
  return Buffer.concat(readdirSync(folder).filter(other => other.startsWith(name)).map(other => readFileSync(join(folder, other))))
}

describe('forgetting voters', () => {
  it('removes their ids from every byte on disk while the session is still open', async () => {
    const { file, store, voters } = await filled(1_500)
    const before = bytesOf(file)
    expect(voters.every(voter => before.includes(voter))).toBe(true)
    await store.eraseVoters()
    const after = bytesOf(file)
    expect(voters.filter(voter => after.includes(voter))).toEqual([])
    expect(await store.countAnswers('fear', 2)).toBe(1_500)
    await store.close()
    const closed = bytesOf(file)
    expect(voters.filter(voter => closed.includes(voter))).toEqual([])
  })

  it('waits for answers under way, and erases their voters too', async () => {
    const { file, store } = await filled(3)
    const late = store.answer('fear', 2, 'voter-who-is-late', 'late')
    await Promise.all([store.eraseVoters(), late])
    expect(bytesOf(file).includes('voter-who-is-late')).toBe(false)
    expect(await store.countAnswers('fear', 2)).toBe(4)
    await store.close()
  })
})

describe('a session file', () => {
  it('cannot be opened twice: the second opening is refused and harms nothing', async () => {
    const { file, store } = await filled(5)
    await expect(openSqlite(file)).rejects.toThrow(/is in use: this session runs already in another window/)
    await expect(openSqlite(file, record)).rejects.toThrow(StoreError)
    expect(await store.answer('fear', 2, 'one-more', 'still here')).toBe('counted')
    await store.close()
    const again = await openSqlite(file)
    expect(await again.countAnswers('fear', 2)).toBe(6)
    await again.close()
  })

  it('is not created by opening a name that does not exist', async () => {
    const file = newFile()
    await expect(openSqlite(file)).rejects.toThrow(`There is no session file ${file}.`)
    expect(existsSync(file)).toBe(false)
  })

  it('is never left half created', async () => {
    const file = newFile()
    await expect(openSqlite(file, { ...record, name: null as unknown as string })).rejects.toThrow(StoreError)
    expect(existsSync(file)).toBe(false)
  })

  it('is refused where it cannot be written, with a place that can', async () => {
    const underFile = join(folder, 'plain.txt')
    writeFileSync(underFile, 'not a folder')
    await expect(openSqlite(join(underFile, 'x.sqlite'), record)).rejects.toThrow(/cannot be written.*name another folder with --data-dir or FORK_DATA_DIR/)
  })
})

describe('a session file while the workshop runs', () => {
  const endings = ['', '-wal', '-journal']

  it.each<[string, (file: string) => void]>([
    ['deleted', file => endings.forEach(ending => rmSync(file + ending, { force: true }))],
    ['renamed', file => renameSync(file, `${file}.elsewhere`)],
    ['replaced by a copy', (file) => {
      copyFileSync(file, `${file}.copy`)
      rmSync(file)
      renameSync(`${file}.copy`, file)
    }],
  ])('takes no more answers once it is %s, and nothing is acknowledged', async (_, lose) => {
    const { file, store } = await filled(3)
    lose(file)
    await expect(store.check()).rejects.toThrow(`The session file ${file} was moved or deleted while the workshop runs`)
    await expect(store.answer('fear', 2, 'late', 'x')).rejects.toThrow(/nothing that is answered now would be kept/)
    await expect(store.close()).rejects.toThrow(/was moved or deleted/)
  })

  it.each<[string, (file: string) => void, string]>([
    ['whose log is deleted', file => rmSync(`${file}-wal`), '-wal'],
    ['whose log is renamed', file => renameSync(`${file}-wal`, `${file}-wal.old`), '-wal'],
    ['that is emptied', file => truncateSync(file), ''],
  ])('%s takes no more answers and says so', async (_, lose, ending) => {
    const { file, store } = await filled(3)
    lose(file)
    await expect(store.check()).rejects.toThrow(`The session file ${file}${ending} was moved or deleted while the workshop runs`)
    await expect(store.answer('fear', 2, 'late', 'x')).rejects.toThrow(/nothing that is answered now would be kept/)
    await store.close().catch(() => {})
  })

  it('keeps its answers when the log beside it is deleted and the server stops', async () => {
    const { file, store } = await filled(3)
    rmSync(`${file}-wal`)
    await store.close()
    const again = await openSqlite(file)
    expect(await again.countAnswers('fear', 2)).toBe(3)
    await again.close()
  })

  it('takes answers again when it is put back', async () => {
    const { file, store } = await filled(3)
    renameSync(file, `${file}.away`)
    await expect(store.answer('fear', 2, 'late', 'x')).rejects.toThrow(StoreError)
    renameSync(`${file}.away`, file)
    await store.check()
    expect(await store.answer('fear', 2, 'late', 'x')).toBe('counted')
    await store.close()
  })

  it('holds everything once a poll is closed: a copy of the file alone is the session', async () => {
    const { file, store } = await filled(40)
    await opened(store, null)
    const copy = newFile()
    copyFileSync(file, copy)
    const other = await openSqlite(copy)
    expect([await other.countAnswers('fear', 1), await other.countAnswers('fear', 2)]).toEqual([40, 40])
    await Promise.all([store.close(), other.close()])
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', async () => {
    const { file, store } = await filled(3)
    for (const ending of ['', '-wal'])
      expect(statSync(file + ending).mode & 0o777).toBe(0o600)
    await store.close()
    chmodSync(file, 0o644)
    await (await openSqlite(file)).close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each([['a file that exists', false], ['a file that each would create', true]])('%s is opened by just one of two starts at once', async (_, isNew) => {
    const { file, store } = await filled(3)
    await store.close()
    if (isNew)
      rmSync(file)
    const tries = await Promise.allSettled([openSqlite(file, record), openSqlite(file, record)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [lost] = tries.filter(one => one.status === 'rejected')
    expect(String(lost?.reason)).toContain('is in use')
    for (const one of tries) {
      if (one.status === 'fulfilled')
        await one.value.close()
    }
  })

  it('names a damaged round and the file', async () => {
    const { file, store } = await filled(3)
    await opened(store, null, { rounds: [{ poll: 'fear', round: 1, asked: lunch, tally: null }] })
    await store.close()
    const db = new DatabaseSync(file)
    db.exec('UPDATE rounds SET asked = \'{"id":\'')
    db.close()
    const again = await openSqlite(file)
    await expect(again.rounds()).rejects.toThrow(`The session file ${file} is damaged: round 1 of poll "fear" cannot be read`)
    await again.close()
  })
})
