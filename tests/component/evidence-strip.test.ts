import { expect, it } from 'vitest'
import { claims } from '../../exercises/claims.ts'
import { drawing, render } from './layouts-render.ts'

const reach = { A: 628, B: 440, C: 252, D: 158 }

it.each(claims.map(claim => ({ id: claim.id, claim })))('the evidence strip of $id ends at its grade, with kind, year and what it does not show', async ({ id, claim }) => {
  const page = await render(drawing('EvidenceStrip'), { claims: id })
  expect(page).toContain(`grade ${claim.grade}`)
  expect(page.replaceAll('&#39;', '\'')).toContain(claim.limit)
  expect(page).toContain(claim.year === 'no year' ? claim.kind.slice(1) : claim.year)
  const ends = [...page.matchAll(/class="rail" x="([\d.]+)"[^>]* width="([\d.]+)"/g)].map(([, x, width]) => Number(x) + Number(width))
  expect(Math.max(...ends) + 88).toBe(reach[claim.grade] + 40)
})

it('the evidence strip has a row for each source, and says which id is unknown', async () => {
  expect((await render(drawing('EvidenceStrip'), { claims: 'F1, F2' })).match(/class="evidence-row"/g)).toHaveLength(2)
  expect(await render(drawing('EvidenceStrip'), { claims: 'F99' })).toContain('no claim “F99”')
})
