import type { Server } from 'node:http'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { probeData } from '../../scripts/doctor/probe-data.ts'
import { probeNetwork } from '../../scripts/doctor/probe-network.ts'
import { root } from '../../scripts/lib/paths.ts'
import { runNode } from '../../scripts/lib/run.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'fork-doctor-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

/** A server that answers everything with this, on a free port. */
async function serverThatSays(body: string): Promise<number> {
  const server: Server = createServer((_, response) => response.end(body))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

describe('a port', () => {
  it('is free where nobody listens, and this laptop reaches itself there', async () => {
    const { port, network } = await probeNetwork(0, undefined)
    expect([port.user, network.silent]).toEqual(['nobody', []])
  })

  it.each([
    ['a workshop', '{"ok":true}', 'workshop'],
    ['another program', '<h1>It works!</h1>', 'another'],
    ['another program that speaks JSON', '{"status":"up"}', 'another'],
  ])('is used by %s', async (_, body, user) => {
    expect((await probeNetwork(await serverThatSays(body), '127.0.0.1')).port.user).toBe(user)
  })
})

describe('the folder of the answers', () => {
  it('is tested by writing, and nothing is left there', () => {
    const path = folder()
    const { trouble, writeMs, freeBytes } = probeData(path)
    expect([trouble, typeof writeMs, typeof freeBytes]).toEqual([null, 'number', 'number'])
    expect(readdirSync(path)).toEqual([])
  })

  it('is not created when it is missing: its parent is tested', () => {
    const path = folder()
    expect(probeData(join(path, 'data', 'team')).trouble).toBeNull()
    expect(readdirSync(path)).toEqual([])
  })

  it('has marks of synchronising programs from the folders above', () => {
    const path = folder()
    mkdirSync(join(path, '.stfolder'))
    expect(probeData(join(path, 'fork', 'data')).marks).toContain('.stfolder')
  })

  it('has a reason when nothing can be written', () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    expect(probeData(file).trouble).toMatch(/^ENOTDIR/)
  })
})

describe('npm run doctor', () => {
  const doctor = (args: string[], env: NodeJS.ProcessEnv = {}): ReturnType<typeof runNode> => runNode(join(root, 'scripts/doctor.ts'), args, { env })

  it('prints its findings as JSON, and exits with 1 when something stops the workshop', async () => {
    const taken = await serverThatSays('')
    const { code, output } = await doctor(['45', '--json', '--port', String(taken), '--data-dir', folder()])
    const told = JSON.parse(output) as { ready: boolean, findings: { about: string, level: string }[] }
    expect([code, told.ready]).toEqual([1, false])
    expect(told.findings).toContainEqual(expect.objectContaining({ about: 'port', level: 'stop' }))
  })

  it('lists a mistake in the environment among its findings', async () => {
    const { code, output } = await doctor([], { FORK_PORT: '6000' })
    expect([code, output]).toEqual([1, expect.stringContaining('STOP  FORK_PORT cannot be "6000". It takes a port that browsers open')])
    expect(output).toContain('Node 24')
  })

  it('refuses an unknown flag', async () => {
    expect(await doctor(['--port', '6000'])).toEqual({ code: 2, output: expect.stringContaining('--port cannot be "6000"') as string })
  })
})
