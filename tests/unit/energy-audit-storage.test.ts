import type { Audit } from '../../exercises/energy-audit/audit.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOf, askedItems, atReading, blankPlaces, goLong, goOn, goShort, goTo, isAtReading, isAudit, notStarted, rate, tickNever } from '../../exercises/energy-audit/audit.ts'
import { formA, itemIds, twoItems } from '../../exercises/energy-audit/items.ts'
import { openAudit } from '../../exercises/energy-audit/storage.ts'
import { openCheck } from '../../exercises/hybrid-check/storage.ts'
import { forgetSession } from '../../exercises/storage.ts'
import { MemoryStorage } from './memory-storage.ts'

function blocked(): Storage {
  throw new Error('SecurityError')
}

function answerAll(audit: Audit): Audit {
  return formA.reduce((so, id) => goOn(rate(so, id, 1)), goTo(audit, 0))
}

describe('moving through an audit', () => {
  it('goes from the start through sixteen items to the reading', () => {
    const done = answerAll(notStarted)
    expect(done.at).toBe(atReading)
    expect(blankPlaces(done)).toEqual([])
  })

  it('returns to where it was after a correction further back', () => {
    const sixth = formA.slice(0, 5).reduce((so, id) => goOn(rate(so, id, 1)), goTo(notStarted, 0))
    const corrected = goOn(rate(goTo(sixth, 2), 'P1', -1))
    expect(sixth.at).toBe(5)
    expect(corrected.at).toBe(5)
    expect(corrected.drafts.P1).toEqual({ rating: -1 })
  })

  it('asks two items in the short audit, and then the other fourteen', () => {
    const short = twoItems.reduce((so, id) => goOn(rate(so, id, 2)), goShort(notStarted))
    expect(askedItems(short)).toEqual(twoItems)
    expect(isAtReading(short)).toBe(true)
    expect(isAudit(short)).toBe(true)
    const long = goLong(short)
    expect(askedItems(long)[long.at]).toBe(formA.find(id => !twoItems.includes(id)))
    const done = formA.reduce(so => isAtReading(so) ? so : goOn(rate(so, askedItems(so)[so.at] ?? 'S2', 1)), long)
    expect(done.at).toBe(atReading)
    expect(answersOf(done).S2).toEqual({ rating: 2 })
  })

  it('fills the blanks one after the other', () => {
    const skipped = formA.reduce((so, id, place) => place === 3 || place === 9 ? goTo(so, place + 1) : goOn(rate(so, id, 0)), goTo(notStarted, 0))
    expect(blankPlaces(skipped)).toEqual([3, 9])
    const first = goOn(rate(goTo(skipped, 3), formA[3] ?? 'P1', 0))
    expect(first.at).toBe(9)
    expect(goOn(rate(first, formA[9] ?? 'P1', 0)).at).toBe(atReading)
  })

  it('stays between the start and the reading', () => {
    expect(goTo(notStarted, -7).at).toBe(-1)
    expect(goTo(notStarted, 99).at).toBe(atReading)
  })

  it('counts a tick without a rating as a blank, and keeps it for when the rating comes', () => {
    const ticked = tickNever(notStarted, 'P2', true)
    expect(answersOf(ticked)).toEqual({})
    expect(answersOf(rate(ticked, 'P2', 2))).toEqual({ P2: { rating: 2, never: true } })
  })

  it('never loses an answer', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...itemIds), fc.constantFrom<-2 | 0 | 2>(-2, 0, 2), fc.boolean(), fc.integer({ min: -3, max: 20 }))), (moves) => {
      const audit = moves.reduce((so, [id, rating, never, at]) => goTo(goOn(tickNever(rate(so, id, rating), id, never)), at), notStarted)
      expect(Object.keys(answersOf(audit)).sort()).toEqual([...new Set(moves.map(([id]) => id))].sort())
      expect(isAudit(structuredClone(audit))).toBe(true)
    }))
  })
})

describe('a stored value', () => {
  it.each<[name: string, value: unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no place', { drafts: {} }],
    ['a place beyond the reading', { at: 17, drafts: {} }],
    ['half a place', { at: 1.5, drafts: {} }],
    ['no drafts', { at: 0 }],
    ['an unknown item', { at: 0, drafts: { P8: { rating: 1 } } }],
    ['a rating off the scale', { at: 0, drafts: { P1: { rating: 3 } } }],
    ['a rating in words', { at: 0, drafts: { P1: { rating: '1' } } }],
    ['a tick in words', { at: 0, drafts: { P1: { never: 'yes' } } }],
  ])('%s is no audit', (_name, value) => {
    expect(isAudit(value)).toBe(false)
  })
})

describe('an audit on a device', () => {
  it('comes back after a reload, for its own session only', () => {
    const drawer = new MemoryStorage()
    openAudit('monday', () => drawer).update(audit => rate(audit, 'P1', 2))
    expect(openAudit('monday', () => drawer).read().drafts).toEqual({ P1: { rating: 2 } })
    expect(openAudit('tuesday', () => drawer).read()).toEqual(notStarted)
  })

  it('removes what an earlier session left', () => {
    const drawer = new MemoryStorage()
    openAudit('monday', () => drawer).update(audit => rate(audit, 'P1', 2))
    openCheck('monday', () => drawer).update(() => ['span'])
    openAudit('tuesday', () => drawer)
    expect(openAudit('monday', () => drawer).read()).toEqual(notStarted)
    expect(openCheck('monday', () => drawer).read()).toEqual(['span'])
  })

  it('loses nothing when two tabs write in turn', () => {
    const drawer = new MemoryStorage()
    const [one, other] = [openAudit('monday', () => drawer), openAudit('monday', () => drawer)]
    one.update(audit => rate(audit, 'P1', 2))
    other.update(audit => rate(audit, 'S1', -2))
    one.update(audit => tickNever(audit, 'P2', true))
    expect(other.read().drafts).toEqual({ P1: { rating: 2 }, S1: { rating: -2 }, P2: { never: true } })
  })

  it('is gone after clearing, in every tab', () => {
    const drawer = new MemoryStorage()
    const [one, other] = [openAudit('monday', () => drawer), openAudit('monday', () => drawer)]
    one.update(audit => rate(audit, 'P1', 2))
    other.clear()
    expect(one.read()).toEqual(notStarted)
    expect(drawer.length).toBe(0)
  })

  it('forgets a session that has ended, and no other', () => {
    const drawer = new MemoryStorage()
    openAudit('monday', () => drawer).update(audit => rate(audit, 'P1', 2))
    openCheck('a:monday', () => drawer).update(() => ['span'])
    forgetSession('monday', [() => drawer])
    expect(drawer.length).toBe(1)
  })

  it('lasts as long as the page when storage is blocked, and is not marked as lasting', () => {
    const audit = openAudit('monday', blocked)
    audit.update(kept => rate(kept, 'P1', 2))
    expect(audit.lasting).toBe(false)
    expect(audit.read().drafts).toEqual({ P1: { rating: 2 } })
    audit.clear()
    expect(audit.read()).toEqual(notStarted)
  })

  it('stays in memory when storage fills up, and is not marked as lasting', () => {
    const drawer = new MemoryStorage()
    const audit = openAudit('monday', () => drawer)
    audit.update(kept => rate(kept, 'P1', 2))
    expect(audit.lasting).toBe(true)
    drawer.full = true
    audit.update(kept => rate(kept, 'P2', 1))
    expect(audit.lasting).toBe(false)
    expect(audit.read().drafts).toEqual({ P1: { rating: 2 }, P2: { rating: 1 } })
  })

  it('shows what was stored when storage is full from the start', () => {
    const drawer = new MemoryStorage()
    openAudit('monday', () => drawer).update(kept => rate(kept, 'P1', 2))
    drawer.full = true
    const audit = openAudit('monday', () => drawer)
    expect(audit.lasting).toBe(false)
    expect(audit.read().drafts).toEqual({ P1: { rating: 2 } })
  })

  it.each([['{'], ['null'], ['[]'], ['{"version":1,"value":{"at":99,"drafts":{}}}'], ['{"version":0,"value":{"at":0,"drafts":{}}}']])('starts afresh from %s', (stored) => {
    const drawer = new MemoryStorage()
    drawer.setItem('the-fork:energy-audit:monday', stored)
    expect(openAudit('monday', () => drawer).read()).toEqual(notStarted)
  })
})
