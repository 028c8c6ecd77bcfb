import { describe, expect, it } from 'vitest'
import { cpuEach, ticksOf } from '../../scripts/lib/bench-cpu.ts'
import { benchOptions } from '../../scripts/lib/bench-options.ts'
import { PlainError } from '../../scripts/lib/say.ts'

describe('bench:live', () => {
  it.each([
    [[], {}, { sizes: [300, 1_000, 5_000], servers: 1, storage: 'file' }],
    [['300', '10000'], {}, { sizes: [300, 10_000], servers: 1, storage: 'file' }],
    [['300', '--servers', '2'], {}, { sizes: [300], servers: 2, storage: 'own-store' }],
    [['--servers=1'], {}, { servers: 1, storage: 'own-store' }],
    [['--store', 'redis://127.0.0.1:6379', '20'], {}, { sizes: [20], servers: 1, storage: { store: 'redis://127.0.0.1:6379' } }],
    [[], { FORK_SERVERS: '3', FORK_STORE: 'rediss://store.internal' }, { servers: 3, storage: { store: 'rediss://store.internal' } }],
  ])('reads phones, servers and store from %j and %j', (args, env, wanted) => {
    expect(benchOptions(args, env)).toMatchObject(wanted)
  })

  it.each([
    [['0'], '"0" is no number of phones'],
    [['10001'], '"10001" is no number of phones'],
    [['300', 'many'], '"many" is no number of phones'],
    [['1e3'], '"1e3" is no number of phones'],
    [['-5'], 'Unknown option \'-5\''],
    [['--servers', '0'], '--servers cannot be "0". It takes a whole number from 1 to 16.'],
    [['--servers', 'two'], '--servers cannot be "two"'],
    [['--store', 'file:///tmp'], '--store cannot be "file:///tmp"'],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => benchOptions(args, {})).toThrow(sentence)
    expect(() => benchOptions(args, {})).toThrow(PlainError)
  })
})

describe('time of the CPU', () => {
  it.each(['node', 'a name) with (brackets', '1 2 3'])('of a process named %j is its user and system time', (name) => {
    expect(ticksOf(`4711 (${name}) S 1 4711 4711 0 -1 4194304 9 8 7 6 120 34 5 4 20 0 11 0 99\n`)).toBe(154)
  })

  it('is printed per answer, or as unknown where it cannot be read', () => {
    const before = { servers: 1_000, store: 500, phones: 0 }
    expect(cpuEach(before, { servers: 61_000, store: 20_500, phones: 24_000 }, 300)).toBe('server 200 µs, store 67 µs, phones 80 µs')
    expect(cpuEach({ servers: 0, store: null, phones: 0 }, { servers: 60_000, store: null, phones: 30_000 }, 300)).toBe('server 200 µs, phones 100 µs')
    expect(cpuEach({ servers: null, store: 500, phones: 0 }, { servers: null, store: 30_500, phones: 30_000 }, 300)).toBe('of the server is measured on Linux only, store 100 µs, phones 100 µs')
  })
})
