import type { Buffer } from 'node:buffer'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../scripts/lib/redis-server.ts'
import { newFolder, openRoom } from './harness.ts'
import { slideNo } from './sample-workshop.ts'

const page = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8')
const blockOf = (language: string): string => page.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? ''
const onPath = (command: string): string | undefined => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, command)).find(file => existsSync(file))

const NAME = 'fork.test'

/** Caddy with the Caddyfile of docs/hosting.md, for another name and port, and with an authority of its own. */
async function startCaddy(executable: string, port: number, backend: number): Promise<Buffer> {
  const folder = newFolder()
  const site = blockOf('Caddyfile').replace('fork.example.org {', `${NAME}:${port} {\n\ttls internal`).replace('127.0.0.1:4590', `127.0.0.1:${backend}`)
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n\tdefault_bind 127.0.0.1\n\tstorage file_system ${folder}\n}\n${site}`)
  const child = spawn(executable, ['run', '--config', file, '--adapter', 'caddyfile'], { stdio: 'ignore' })
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const root = join(folder, 'pki', 'authorities', 'local', 'root.crt')
  while (!existsSync(root)) {
    expect(child.exitCode).toBeNull()
    await wait(20)
  }
  return readFileSync(root)
}

interface Reply { status: number, cookies: string[], text: string }

/** One request over HTTPS; `until` ends a stream once its text so far is enough. */
function ask(port: number, ca: Buffer, method: string, path: string, headers: Record<string, string> = {}, body?: unknown, until?: (text: string) => boolean): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, ca, servername: NAME, method, path, agent: false, headers: { 'host': `${NAME}:${port}`, 'content-type': 'application/json', ...headers } }, (response) => {
      let text = ''
      const end = (): void => resolve({ status: response.statusCode ?? 0, cookies: response.headers['set-cookie'] ?? [], text })
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (until?.(text)) {
          end()
          sent.destroy()
        }
      })
      response.on('end', end)
    })
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

const caddy = onPath('caddy')

it.runIf(caddy)('a workshop runs through the proxy of docs/hosting.md with HTTPS: page, stream, answer, presenter', async () => {
  const port = await freePort()
  const publicOrigin = `https://${NAME}:${port}`
  const room = await openRoom({ publicOrigin, proxies: ['127.0.0.1'] })
  const ca = await startCaddy(caddy ?? '', port, room.workshop.port)
  await expect.poll(() => ask(port, ca, 'GET', '/api/health').then(({ status }) => status, () => 0), { timeout: 10_000 }).toBe(200)

  const { status, cookies } = await ask(port, ca, 'GET', '/')
  expect(status).toBe(200)
  expect(cookies).toEqual([expect.stringMatching(/^voter-.*; HttpOnly; Secure; SameSite=Lax$/)])
  const cookie = cookies[0]?.split(';')[0] ?? ''

  expect(room.workshop.joinUrl).toBe(publicOrigin)
  const link = new URL(room.workshop.presenterUrl)
  expect(link.origin).toBe(publicOrigin)
  const entered = await ask(port, ca, 'POST', '/api/presenter/code', { origin: publicOrigin }, { code: link.hash.slice(1) })
  expect(entered.cookies).toEqual([expect.stringMatching(/^presenter-.*; HttpOnly; Secure; SameSite=Lax$/)])
  const presenter = { cookie: entered.cookies[0]?.split(';')[0] ?? '', origin: publicOrigin }

  const opened = ask(port, ca, 'GET', '/api/events?as=phone', { cookie }, undefined, text => text.includes('"phase":"open"'))
  await expect.poll(() => ask(port, ca, 'GET', '/api/state?as=screen').then(({ text }) => (JSON.parse(text) as { phones: number }).phones)).toBe(1)
  const moved = await ask(port, ca, 'POST', '/api/slide', presenter, { slide: slideNo('ask-lunch'), clicks: 0 })
  expect(moved.status).toBe(200)
  expect((await opened).text).toContain('"id":"lunch"')

  const answered = await ask(port, ca, 'PUT', '/api/polls/lunch/answer', { cookie, origin: publicOrigin }, { round: 1, answer: 'soup' })
  expect(answered).toMatchObject({ status: 200, text: '{"status":"counted"}' })
  const elsewhere = await ask(port, ca, 'POST', '/api/slide', { ...presenter, origin: 'https://evil.example' }, { slide: 1, clicks: 0 })
  expect(elsewhere.status).toBe(403)
})

const systemd = onPath('systemd-analyze')

it.runIf(systemd)('the service file of docs/hosting.md is in order', () => {
  const file = join(newFolder(), 'fork.service')
  writeFileSync(file, blockOf('ini').replace('WorkingDirectory=/srv/fork', `WorkingDirectory=${process.cwd()}`))
  const { status, stderr } = spawnSync(systemd ?? '', ['verify', file], { encoding: 'utf8' })
  expect(stderr.split('\n').filter(line => line.includes('fork.service') && !line.includes('redis-server.service'))).toEqual([])
  expect(status).toBe(0)
})
