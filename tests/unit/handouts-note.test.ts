import { describe, expect, it } from 'vitest'
import { clicksIn, linesOf, partsOf } from '../../handouts/note.ts'

describe('a slide\'s note', () => {
  it('is parsed into its four parts', () => {
    expect(partsOf('**Say** Hello.\nStill hello.\n\n**Do** Wait. **Expect** Nothing **much**.\n\n**Bridge** On.')).toEqual([
      { name: 'Say', text: 'Hello. Still hello.' },
      { name: 'Do', text: 'Wait.' },
      { name: 'Expect', text: 'Nothing **much**.' },
      { name: 'Bridge', text: 'On.' },
    ])
  })

  it.each([['', []], ['Just words', []], ['**Do** Wait.', ['Do']], ['**Say**\n\n**Do** Wait.', ['Do']]])('%j has the parts %j', (note, names) => {
    expect(partsOf(note).map(part => part.name)).toEqual(names)
  })

  it.each([
    ['No click.', ['No click.']],
    ['One. [click] Two. [click] Three.', ['One.', 'Two.', 'Three.']],
    ['One. [click:2] Two.', ['One.', 'Two.']],
  ])('%j is cut at its clicks', (text, pieces) => {
    expect(clicksIn(text)).toEqual(pieces)
  })

  it.each([
    ['# Title\n\n- One.\n- **Two**: more.\n\nNo line.', ['One.', 'Two: more.']],
    ['1. First\n2. `Second`', ['First', 'Second']],
    ['No list, 1. not one - either', []],
  ])('%j has the lines %j', (content, lines) => {
    expect(linesOf(content)).toEqual(lines)
  })
})
