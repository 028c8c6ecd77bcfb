import type { Claim } from './claims.ts'
import { DefinitionError } from '../live/domain/define.ts'
import { claims } from './claims.ts'

const file = 'exercises/claims.ts'

/**
 * Proves that every claim can be named and says everything that a reader needs.
 * @throws DefinitionError naming the file, the claim and the field, at the first mistake
 */
export function checkClaims(ledger: readonly Claim[] = claims): void {
  const seen = new Set<string>()
  for (const claim of ledger) {
    if (!/^[A-Z]\d+$/.test(claim.id))
      throw new DefinitionError(`${file}: claim "${claim.id}", field "id": write a letter and a number, such as F1.`)
    if (seen.has(claim.id))
      throw new DefinitionError(`${file}: claim "${claim.id}" stands there twice. Give one of the two the next free number.`)
    seen.add(claim.id)
    const empty = Object.entries(claim).find(([, value]) => value.trim() === '')
    if (empty)
      throw new DefinitionError(`${file}: claim "${claim.id}", field "${empty[0]}": must not be empty.`)
  }
}
