import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findRedisServer, startRedisServer } from '../../scripts/lib/redis-server.ts'
import { newFolder, openRoom, refused } from './harness.ts'

/** Where a session may be kept, and how that goes away and comes back. */
interface StoreUnderTest { dataDir: string | null, store?: string, leave: () => unknown, comeBack: () => unknown }

function inFile(): StoreUnderTest {
  const dataDir = newFolder()
  const [file, elsewhere] = [join(dataDir, 'team.sqlite'), join(dataDir, 'moved')]
  return { dataDir, leave: () => renameSync(file, elsewhere), comeBack: () => renameSync(elsewhere, file) }
}

const executable = findRedisServer() ?? ''

async function inRedis(): Promise<StoreUnderTest> {
  const redis = await startRedisServer(executable, newFolder())
  onTestFinished(() => redis.kill())
  return { dataDir: null, store: redis.url, leave: () => redis.kill(), comeBack: () => redis.restart() }
}

it.each<[string, () => StoreUnderTest | Promise<StoreUnderTest>]>([
  ['a file', inFile],
  ...executable ? [['Redis or Valkey', inRedis] satisfies [string, typeof inRedis]] : [],
])('a store in %s that goes away refuses answers with a sentence, is reported to the presenter, and goes on when it is back', async (_, place) => {
  const { leave, comeBack, ...location } = await place()
  const room = await openRoom({ ...location, session: 'team' })
  await room.go('ask-lunch')
  const [ada] = await room.answers('lunch', 1, () => 'soup')
  const view = await room.presenter.listen('screen')
  await view.first('snapshot')
  expect(view.state.presenter?.trouble).toBeNull()

  await leave()
  await view.until(({ state }) => state.presenter?.trouble !== null)
  expect(view.state.presenter?.trouble).toMatch(/^The .{20,}\.$/)
  expect(await ada.answer('lunch', 'bread')).toMatchObject({ status: 507, json: refused('not-saved') })

  await comeBack()
  await view.until(({ state }) => state.presenter?.trouble === null)
  expect(await ada.answer('lunch', 'bread')).toMatchObject({ status: 200, json: { status: 'changed' } })
  expect((await ada.state()).json).toMatchObject({ mine: { lunch: { answer: 'bread' } }, poll: { answered: 1 } })
  await view.close()
})
