import * as v from 'valibot'
import { DefinitionError } from '../live/domain/define-polls.ts'
import { issueSentence } from '../live/domain/issue-sentence.ts'

type ClaimKind = 'journal article' | 'working paper' | 'survey' | 'organisation page' | 'one practitioner'

/** A finding or opinion that the deck cites, as it is written down, with how far it may be trusted. */
export interface WrittenClaim {
  /** Stands in a slide's `claim` or `claims`, and never changes once printed. */
  id: string
  /** What was found or said, in one or two plain sentences; figures exactly as published. */
  claim: string
  author: string
  /** The whole title, as published. */
  title: string
  /** The journal, series or site. Left out where the author says it. */
  where?: string
  /** Four digits, or "no year". */
  year: string
  /** Where it can be read: a DOI where there is one. */
  url?: string
  /** Why there is no link. */
  unread?: string
  kind: ClaimKind
  /** A: article or major working paper, abstract read. B: an organisation's own page or survey, read. C: one practitioner's own page, read. D: second-hand. */
  grade: 'A' | 'B' | 'C' | 'D'
  /** Where it stops being an answer to the reader's question. */
  doesNotShow: string
  /** The same in few words, for the strip under a drawing; by itself, its first sentence. */
  limit?: string
}

/** A claim as slides, site and guide show it. */
export interface Claim extends WrittenClaim {
  /** Author, title, place and year in one line; and why there is no link, where there is none. */
  source: string
  /** Author and year: enough on a slide, where the sources slides have the rest. */
  short: string
  limit: string
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))
const link = v.pipe(
  v.string(),
  v.regex(/^https:\/\/[^\s/]+\.[^\s/.]+\/\S*$/, 'must be a whole link that begins with https://, such as https://doi.org/10.1093/qje/qjz022'),
  v.check(value => !value.includes('doi.org/') || /doi\.org\/10\.\d{4,9}\/\S+$/.test(value), 'is no DOI: after https://doi.org/ stands 10., a number, a stroke and a name'),
)
const schema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Z]\d+$/, 'must be a capital letter and a number, such as F1')),
  claim: text,
  author: text,
  title: text,
  where: v.optional(text),
  year: v.pipe(v.string(), v.regex(/^(?:\d{4}|no year)$/, 'must be four digits, or "no year"')),
  url: v.optional(link),
  unread: v.optional(text),
  kind: v.picklist(['journal article', 'working paper', 'survey', 'organisation page', 'one practitioner']),
  grade: v.picklist(['A', 'B', 'C', 'D']),
  doesNotShow: text,
  limit: v.optional(v.pipe(text, v.maxLength(38, 'must have 38 letters or fewer: it stands on one line'))),
})

/**
 * Checks the claims of one file, and adds the line that names the source.
 * @throws DefinitionError naming `file`, the claim and the field, at the first mistake.
 */
export function defineClaims(file: string, claims: readonly WrittenClaim[]): readonly Claim[] {
  const seen = new Set<string>()
  return claims.map((claim) => {
    const name = `${file}: claim "${claim.id}"`
    if (seen.has(claim.id))
      throw new DefinitionError(`${name} is there twice. Give one of them another id.`)
    seen.add(claim.id)
    const result = v.safeParse(schema, claim)
    if (!result.success) {
      const issue = result.issues[0]
      const field = v.getDotPath(issue)
      const missing = issue.received === 'undefined'
      throw new DefinitionError(`${name}${field ? `, field "${field}"` : ''}: ${missing ? 'is missing. A claim names its author, title and year, so that anybody can look it up' : issueSentence(issue)}.`)
    }
    if (claim.url === undefined && claim.unread === undefined)
      throw new DefinitionError(`${name}: has neither "url" nor "unread". Give the link, or say in "unread" why there is none.`)
    if (claim.url !== undefined && claim.unread !== undefined)
      throw new DefinitionError(`${name}: has both "url" and "unread". A link that was read needs no reason: keep one of them.`)
    return { ...claim, source: sourceOf(claim), short: `${claim.author}, ${claim.year}`, limit: claim.limit ?? claim.doesNotShow.replace(/(?<=\.) .*$/s, '') }
  })
}

function sourceOf({ author, title, where, year, unread }: WrittenClaim): string {
  return `${[author, title, where, year].filter(Boolean).join(', ')}${unread === undefined ? '' : ` (${unread})`}`
}
