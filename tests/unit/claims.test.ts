import type { WrittenClaim } from '../../exercises/define-claims.ts'
import { describe, expect, it } from 'vitest'
import { claims } from '../../exercises/claims.ts'
import { defineClaims } from '../../exercises/define-claims.ts'

const good: WrittenClaim = {
  id: 'F1',
  claim: 'Cats sleep.',
  author: 'Katz',
  title: 'On cats',
  year: '2001',
  url: 'https://doi.org/10.1000/cats.1',
  kind: 'journal article',
  grade: 'A',
  doesNotShow: 'Dogs.',
}

/** Claims as somebody may have typed them, whatever the types say. */
function define(...changes: object[]): () => unknown {
  return () => defineClaims('exercises/claims.ts', changes.map(change => ({ ...good, ...change }) as WrittenClaim))
}

describe('the source of a claim', () => {
  it('is author, title, place and year in one line', () => {
    expect(defineClaims('claims.ts', [{ ...good, where: 'Journal of Fur 3(1)' }])[0]?.source).toBe('Katz, On cats, Journal of Fur 3(1), 2001')
  })

  it('is author and year on a slide', () => {
    expect(defineClaims('claims.ts', [good])[0]?.short).toBe('Katz, 2001')
  })

  it('says why there is no link', () => {
    const { url: _, ...rest } = good
    expect(defineClaims('claims.ts', [{ ...rest, unread: 'no copy found' }])[0]?.source).toBe('Katz, On cats, 2001 (no copy found)')
  })

  it.each(claims.map(claim => [claim.id, claim] as const))('%s has a whole link or a reason', (_, { url, unread }) => {
    expect(url === undefined ? unread : new URL(url).protocol).toBe(url === undefined ? unread : 'https:')
  })
})

describe('a mistake in a claim', () => {
  const place = 'exercises/claims.ts: claim "F1"'

  it.each<[string, object, string]>([
    ['no link and no reason', { url: undefined }, `${place}: has neither "url" nor "unread"`],
    ['a link and a reason', { unread: 'lost' }, `${place}: has both "url" and "unread"`],
    ['a link without https', { url: 'doi.org/10.1093/qje/qjz022' }, `${place}, field "url": must be a whole link`],
    ['an insecure link', { url: 'http://example.org/a' }, `${place}, field "url": must be a whole link`],
    ['a link with a space', { url: 'https://example.org/a b' }, `${place}, field "url": must be a whole link`],
    ['a link to a host alone', { url: 'https://localhost' }, `${place}, field "url": must be a whole link`],
    ['an empty link', { url: '' }, `${place}, field "url": must be a whole link`],
    ['half a DOI', { url: 'https://doi.org/10.1093' }, `${place}, field "url": is no DOI`],
    ['an empty reason', { url: undefined, unread: ' ' }, `${place}, field "unread": must not be empty`],
    ['no author', { author: undefined }, `${place}, field "author": is missing. A claim names its author`],
    ['an empty title', { title: ' ' }, `${place}, field "title": must not be empty`],
    ['a year in words', { year: 'last year' }, `${place}, field "year": must be four digits`],
    ['a grade that does not exist', { grade: 'E' }, `${place}, field "grade"`],
    ['a field that nobody reads', { link: 'https://example.org/a' }, `${place}, field "link"`],
    ['an id with a hyphen', { id: 'f-1' }, 'claim "f-1", field "id": must be a capital letter and a number'],
  ])('%s: a sentence with the file, the claim and the field', (_, change, sentence) => {
    expect(define(change)).toThrow(sentence)
  })

  it('in an id that stands twice is named in a sentence', () => {
    expect(define({}, { title: 'More on cats' })).toThrow(`${place} is there twice`)
  })
})
