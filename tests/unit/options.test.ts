import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOptions } from '../../scripts/options.ts'
import { PlainError } from '../../scripts/say.ts'
import { welcome } from '../../scripts/welcome.ts'

describe('npm start without flags', () => {
  it('runs 90 minutes for everybody on the network, with a floor of five', () => {
    expect(startOptions([], {})).toMatchObject({ format: 90, fresh: false, rehearsal: false, floor: 5, host: undefined, port: 4590, open: true, session: undefined, wifi: null })
  })

  it('opens no browser where nobody looks', () => {
    expect(startOptions([], { CI: 'true' }).open).toBe(false)
    expect(startOptions([], { OPEN: '0' }).open).toBe(false)
    expect(startOptions(['--open'], { OPEN: '0' }).open).toBe(true)
    expect(startOptions(['--no-open'], {}).open).toBe(false)
  })
})

describe('the length', () => {
  it.each([
    [['--format', '45'], {}, 45],
    [['--format=60'], {}, 60],
    [['45'], {}, 45],
    [['45'], { FORMAT: '60' }, 45],
    [[], { FORMAT: '60' }, 60],
    [[], { FORMAT: '' }, 90],
  ])('%j with %j is %i minutes', (args, env, format) => {
    expect(startOptions(args, env).format).toBe(format)
  })
})

describe('flags and variables', () => {
  it.each([
    [['--session', 'Platform team 2'], {}, { session: 'Platform team 2' }],
    [['--session', 'Équipe_été'], {}, { session: 'Équipe_été' }],
    [[], { SESSION: 'blue' }, { session: 'blue' }],
    [['--new'], {}, { fresh: true }],
    [['--rehearsal'], {}, { rehearsal: true }],
    [[], { REHEARSAL: '1' }, { rehearsal: true }],
    [['--no-rehearsal'], { REHEARSAL: '1' }, { rehearsal: false }],
    [[], { REHEARSAL: '0' }, { rehearsal: false }],
    [['--floor', '1'], { FLOOR: '9' }, { floor: 1 }],
    [[], { FLOOR: '9' }, { floor: 9 }],
    [['--host', '192.168.1.20', '--port', '0'], {}, { host: '192.168.1.20', port: 0 }],
    [[], { HOST: '::1', PORT: '8080' }, { host: '::1', port: 8080 }],
    [[], { WIFI_SSID: 'Guests', WIFI_PASSWORD: 'open sesame' }, { wifi: { ssid: 'Guests', password: 'open sesame' } }],
    [[], { WIFI_SSID: 'Guests' }, { wifi: { ssid: 'Guests', password: null } }],
    [[], { PRESENTER_KEY: 'a-key-that-is-long-enough' }, { presenterKey: 'a-key-that-is-long-enough' }],
  ])('%j with %j', (args, env, expected) => {
    expect(startOptions(args, env)).toMatchObject(expected)
  })
})

describe('a mistake', () => {
  it.each([
    [['--format', '30'], {}, '--format cannot be "30". It takes 45, 60 or 90 minutes.'],
    [['soon'], {}, '--format cannot be "soon".'],
    [['45', '60'], {}, '"60" is one word too many.'],
    [['--format', '45', '60'], {}, '"60" is one word too many.'],
    [[], { FORMAT: '50' }, 'FORMAT cannot be "50".'],
    [['--floor', '0'], {}, '--floor cannot be "0". It takes a whole number from 1 to 1000.'],
    [['--floor', '2.5'], {}, '--floor cannot be "2.5".'],
    [[], { FLOOR: '-1' }, 'FLOOR cannot be "-1".'],
    [['--port', '70000'], {}, '--port cannot be "70000".'],
    [['--port', '80a'], {}, '--port cannot be "80a".'],
    [['--host', 'a b'], {}, '--host cannot be "a b".'],
    [['--session', '../../etc'], {}, '--session cannot be "../../etc".'],
    [['--session', ''], {}, '--session cannot be "".'],
    [['--session', 'x'.repeat(61)], {}, 'at most 60 characters'],
    [['--session'], {}, '--session'],
    [['--sesion', 'x'], {}, 'The flags are: --format --session --new'],
    [[], { REHEARSAL: 'maybe' }, 'REHEARSAL cannot be "maybe". It takes 1 or 0.'],
    [[], { PRESENTER_KEY: 'short' }, 'PRESENTER_KEY cannot be "short".'],
  ])('in %j with %j is a sentence', (args, env, sentence) => {
    expect(() => startOptions(args, env)).toThrow(sentence)
    expect(() => startOptions(args, env)).toThrow(expect.objectContaining({ name: 'PlainError', exitCode: 2 }))
  })

  it('is never anything but a sentence', () => {
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
  const started = { rehearsal: false, port: 4590, close: async () => {}, joinUrl: 'http://192.168.1.20:4590/', deckUrl: 'http://192.168.1.20:4590/deck/', presenterUrl: 'http://192.168.1.20:4590/present/?key=secret', session: 'blue', resumed: null }

  it('shows the three addresses and a code to scan', () => {
    const text = welcome(45, started)
    for (const part of ['45 minutes', started.joinUrl, started.deckUrl, started.presenterUrl, '█'])
      expect(text).toContain(part)
    expect(text).not.toContain('goes on')
  })

  it('says what goes on, and how to begin anew', () => {
    const text = welcome(90, { ...started, rehearsal: true, resumed: { answers: 37, startedAt: '2026-05-04T09:12:00' } })
    expect(text).toContain('Session "blue" goes on: 37 answers from 2026-05-04 09:12. A new group? npm start -- --new')
    expect(text).toContain('Rehearsal')
  })
})
