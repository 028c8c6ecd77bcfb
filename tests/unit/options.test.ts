import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_FLOOR } from '../../live/domain/floor.ts'
import { addressesOf, currentAddresses } from '../../live/server/addresses.ts'
import { startOptions } from '../../scripts/lib/options.ts'
import { root } from '../../scripts/lib/paths.ts'
import { PlainError } from '../../scripts/lib/say.ts'
import { environmentName, settings } from '../../scripts/lib/settings.ts'
import { welcome } from '../../scripts/lib/welcome.ts'

describe('npm start without flags', () => {
  it('serves the whole network with the default floor', () => {
    expect(startOptions([], {})).toMatchObject({ format: undefined, fresh: false, rehearsal: false, floor: DEFAULT_FLOOR, host: undefined, port: 4590, open: true, session: undefined, wifi: null })
  })

  it('opens no browser without a terminal', () => {
    expect(startOptions([], { CI: 'true' }).open).toBe(false)
    expect(startOptions([], { FORK_OPEN: '0' }).open).toBe(false)
    expect(startOptions(['--open'], { FORK_OPEN: '0' }).open).toBe(true)
    expect(startOptions(['--no-open'], {}).open).toBe(false)
  })
})

describe('the length', () => {
  it.each([
    [['--format', '45'], {}, 45],
    [['--format=60'], {}, 60],
    [['45'], {}, 45],
    [['45'], { FORK_FORMAT: '60' }, 45],
    [[], { FORK_FORMAT: '60' }, 60],
    [[], { FORK_FORMAT: '' }, undefined],
  ])('%j with %j is %s minutes', (args, env, format) => {
    expect(startOptions(args, env).format).toBe(format)
  })
})

describe('options of npm start', () => {
  it.each([
    [['--session', 'Platform team 2'], {}, { session: 'Platform team 2' }],
    [['--session', 'Équipe_été'], {}, { session: 'Équipe_été' }],
    [['--session', ' E\u0301quipe '], {}, { session: 'Équipe' }],
    [[], { FORK_SESSION: 'blue' }, { session: 'blue' }],
    [['--new'], {}, { fresh: true }],
    [['--rehearsal'], {}, { rehearsal: true }],
    [[], { FORK_REHEARSAL: '1' }, { rehearsal: true }],
    [['--no-rehearsal'], { FORK_REHEARSAL: '1' }, { rehearsal: false }],
    [[], { FORK_REHEARSAL: '0' }, { rehearsal: false }],
    [['--floor', '1'], { FORK_FLOOR: '9' }, { floor: 1 }],
    [[], { FORK_FLOOR: '9' }, { floor: 9 }],
    [[], { FORK_NEW: '1' }, { fresh: true }],
    [['--host', '127.0.0.1', '--port', '0'], {}, { host: '127.0.0.1', port: 0 }],
    [['--host', 'localhost'], {}, { host: '127.0.0.1' }],
    [['--host', '::'], {}, { host: undefined }],
    [[], { FORK_HOST: '0.0.0.0', FORK_PORT: '8080' }, { host: undefined, port: 8080 }],
    [['--wifi-ssid', 'Guests'], { FORK_WIFI_PASSWORD: 'open sesame' }, { wifi: { ssid: 'Guests', password: 'open sesame' } }],
    [['--room', ' Linden,  second floor ', '--facilitator', 'Ada'], {}, { place: { room: 'Linden, second floor', facilitator: 'Ada' } }],
    [['--site', 'https://example.org/the-fork'], {}, { place: { site: 'https://example.org/the-fork' } }],
    [[], { FORK_ROOM: 'Linden' }, { place: { room: 'Linden', facilitator: undefined } }],
    [[], { FORK_WIFI_SSID: 'Guests' }, { wifi: { ssid: 'Guests', password: null } }],
    [[], { FORK_PRESENTER_KEY: 'a-key-that-is-long-enough' }, { presenterKey: 'a-key-that-is-long-enough' }],
    [['--delete', 'old'], { FORK_SESSION: 'blue' }, { delete: 'old', session: 'blue' }],
    [['--store', 'redis://store.internal:6379'], {}, { store: 'redis://store.internal:6379' }],
    [['--public', 'https://Fork.example.org/'], { FORK_PROXY: '127.0.0.1, ::1' }, { publicOrigin: 'https://fork.example.org', proxies: ['127.0.0.1', '::1'] }],
    [['--data-dir', '/somewhere/else'], {}, { dataDir: resolve('/somewhere/else') }],
    [[], { FORK_DATA_DIR: 'answers' }, { dataDir: join(root, 'answers') }],
  ])('are read from %j and %j', (args, env, expected) => {
    expect(startOptions(args, env)).toMatchObject(expected)
  })

  it('bare names of the environment are ignored, whatever other programs put there', () => {
    const bare = Object.fromEntries(Object.keys(settings).map(name => [environmentName(name).replace('FORK_', ''), 'x86_64-conda-linux-gnu']))
    expect(startOptions([], { ...bare, FORMAT: 'json', HOST: 'x86_64-conda-linux-gnu', DATA_DIR: '/proc/1' })).toEqual(startOptions([], {}))
  })
})

describe('a mistake', () => {
  it.each([
    [['--format', '40'], {}, '--format cannot be "40". It takes 30, 45, 60 or 90 minutes.'],
    [['soon'], {}, '--format cannot be "soon".'],
    [['90', '--since', 'Platform'], {}, '--since belongs to the reunion: npm start 30 -- --since "Platform". Leave it out for a workshop.'],
    [[], { FORK_SINCE: 'Platform' }, '--since belongs to the reunion'],
    [['45', '60'], {}, '"60" is one word too many.'],
    [['--format', '45', '60'], {}, '"60" is one word too many.'],
    [[], { FORK_FORMAT: '50' }, /^FORK_FORMAT cannot be "50"\. It takes 30, 45, 60 or 90 minutes\. Change this environment variable or unset it\.$/],
    [['--store', 'localhost:6379'], {}, '--store cannot be "localhost:6379". It takes the address of a Redis or Valkey, as redis://HOST:6379, or as rediss:// with TLS.'],
    [['--store', 'redis://'], {}, '--store cannot be "redis://".'],
    [['--public', 'https://example.org/fork'], {}, '--public cannot be "https://example.org/fork". It takes an address without a path, such as https://fork.example.org.'],
    [['--public', 'fork.example.org'], {}, '--public cannot be "fork.example.org".'],
    [[], { FORK_PROXY: 'caddy' }, 'FORK_PROXY cannot be "caddy". It takes the IP address of the proxy in front, as 127.0.0.1; several with commas between them.'],
    [['--site', 'example.org/the-fork'], {}, '--site cannot be "example.org/the-fork". It takes the address of the site, of up to 60 letters: https://example.org/the-fork/.'],
    [['--site', `https://example.org/${'a'.repeat(60)}`], {}, 'of up to 60 letters'],
    [['--floor', '0'], {}, '--floor cannot be "0". It takes a whole number from 1 to 1000.'],
    [['--floor', '2.5'], {}, '--floor cannot be "2.5".'],
    [[], { FORK_FLOOR: '-1' }, 'FORK_FLOOR cannot be "-1". It takes a whole number from 1 to 1000. Change this environment variable or unset it.'],
    [['--port', '70000'], {}, '--port cannot be "70000".'],
    [['--port', '80a'], {}, '--port cannot be "80a".'],
    [['--host', 'a b'], {}, '--host cannot be "a b".'],
    [['--session', '../../etc'], {}, '--session cannot be "../../etc".'],
    [['--session', ''], {}, '--session cannot be "".'],
    [['--session', 'ab\u3164'], {}, 'It takes letters, digits'],
    [['--session', 'x'.repeat(61)], {}, 'at most 60 characters'],
    [['--session'], {}, '--session'],
    [['--sesion', 'x'], {}, 'The flags are: --format --session --since --new'],
    [[], { FORK_REHEARSAL: 'maybe' }, 'FORK_REHEARSAL cannot be "maybe". It takes 1 or 0.'],
    [[], { FORK_PRESENTER_KEY: 'short' }, 'FORK_PRESENTER_KEY cannot be "short".'],
    [['--presenter-key', 'a-key-that-is-long-enough'], {}, 'Unknown option \'--presenter-key\''],
    [['--host', 'x86_64-conda-linux-gnu'], {}, '--host cannot be "x86_64-conda-linux-gnu". It takes an address of this machine: 127.0.0.1'],
    [['--host', '203.0.113.77'], {}, '0.0.0.0 for all of them.'],
    [['--port', '6000'], {}, '--port cannot be "6000". It takes a port that browsers open'],
    [[], { FORK_PORT: '10080' }, 'FORK_PORT cannot be "10080". It takes a port that browsers open'],
    [[], { FORK_FLOR: '3' }, 'The environment sets FORK_FLOR, and there is no such setting. The settings are: FORK_FORMAT FORK_SESSION'],
  ])('in %j with %j is refused with a sentence', (args, env, sentence) => {
    expect(() => startOptions(args, env)).toThrow(sentence)
    expect(() => startOptions(args, env)).toThrow(expect.objectContaining({ name: 'PlainError', exitCode: 2 }))
  })

  it('of any kind ends in a sentence and nothing else', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--format', '--session', '--port', '--new', '--no-open', '45'))), (args) => {
      try {
        expect(startOptions(args, {}).floor).toBeGreaterThanOrEqual(1)
      }
      catch (error) {
        expect(error).toBeInstanceOf(PlainError)
      }
    }))
  })
})

describe('the terminal', () => {
  const wifi = { url: 'http://192.168.1.20:4590', network: 'wlan0, Wi-Fi' }
  const started = { rehearsal: false, port: 4590, close: async () => {}, joinUrl: 'http://192.168.1.20:4590/', deckUrl: 'http://192.168.1.20:4590/deck/', presenterUrl: 'http://192.168.1.20:4590/present/?key=secret', session: 'blue', resumed: null }

  it('shows the three addresses and a code to scan', () => {
    const text = welcome(45, started, [wifi])
    for (const part of ['45 minutes', started.joinUrl, started.deckUrl, started.presenterUrl, '█'])
      expect(text).toContain(part)
    expect(text).not.toContain('goes on')
  })

  it('says that a session is resumed, and how to begin a new one', () => {
    const text = welcome(90, { ...started, rehearsal: true, resumed: { answers: 37, startedAt: '2026-05-04T09:12:00' } }, [wifi])
    expect(text).toContain('Session "blue" goes on: 37 answers from 2026-05-04 09:12. A new group? npm start 90 -- --new')
    expect(text).toContain('Rehearsal')
  })

  it('says how to resume a session left without an end, at its own length', () => {
    const text = welcome(90, { ...started, leftOpen: [{ name: 'blue-2', startedAt: '2026-05-04T09:12:00', minutes: 60 }] }, [wifi])
    expect(text).toContain('    npm start 60 -- --session "blue-2"')
  })

  it('says what each address is, the likeliest first', () => {
    const text = welcome(90, started, [wifi, { url: 'http://172.17.0.1:4590', network: 'docker0, containers, where no phone is' }])
    expect(text).toContain('Phones join by wlan0, Wi-Fi.')
    expect(text).toContain('    http://172.17.0.1:4590   docker0, containers, where no phone is')
  })

  it.each([['utun3', '10.6.0.2'], ['docker0', '172.17.0.1'], ['Wi-Fi', '169.254.7.7']])('says aloud that nobody can join where there is only %s', (name, address) => {
    const addresses = addressesOf({ [name]: [{ address, netmask: '255.255.255.0', mac: '', family: 'IPv4', internal: false, cidr: null }] }, 4590)
    expect(welcome(90, { ...started, joinUrl: `http://${address}:4590` }, addresses)).toContain(`  No phone can join: there is only ${name}, `)
  })

  it.each([
    ['127.0.0.1', undefined, 'No phone can join: this laptop is in no network.'],
    ['127.0.1.1', '127.0.1.1', 'No phone can join: this listens on this laptop only. Leave out --host and FORK_HOST'],
    ['[::1]', '::1', 'No phone can join: this listens on this laptop only.'],
  ])('warns that nobody can join at %s', (name, host, sentence) => {
    const joinUrl = `http://${name}:4590`
    const [address] = host === undefined ? addressesOf({}, 4590) : currentAddresses(4590, host)
    expect(welcome(90, { ...started, joinUrl }, address ? [address] : [])).toContain(sentence)
  })
})
