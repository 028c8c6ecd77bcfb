import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exerciseIds, formOf, idsWithForm } from '../../exercises/registry.ts'
import { takeawaysIn, workIn } from '../../phone/takeaways.ts'
import { checkExerciseFolders } from '../../scripts/check/exercise-folders.ts'

const top = mkdtempSync(join(tmpdir(), 'fork-exercises-'))
afterAll(() => rmSync(top, { recursive: true }))

function folderWith(name: string, folders: Record<string, readonly string[]>): string {
  for (const [id, files] of Object.entries(folders)) {
    mkdirSync(join(top, name, id), { recursive: true })
    files.forEach(file => writeFileSync(join(top, name, id, file), ''))
  }
  return join(top, name)
}

describe('the registry of exercises', () => {
  it('lists exactly the folders of exercises', () => {
    expect(() => checkExerciseFolders(exerciseIds)).not.toThrow()
  })

  const both = ['participant.ts', 'facilitator.ts']
  it.each([
    ['a folder that is not in the list', ['draw'], { draw: both, sing: both }, 'exercises/registry.ts: the folder exercises/sing/ is not in the list. Add the line \'sing\': {}'],
    ['an id without a folder', ['draw', 'sign'], { draw: both }, 'exercises/registry.ts: "sign" is in the list, and there is no folder exercises/sign/.'],
    ['a folder without the facilitator’s part', ['draw'], { draw: ['participant.ts'] }, 'exercises/draw/facilitator.ts is missing.'],
    ['an exercise with a form whose work cannot be read', ['forecast'], { forecast: both }, 'exercises/forecast/work.ts is missing.'],
  ])('names %s', (name, ids, folders, sentence) => {
    expect(() => checkExerciseFolders(ids, folderWith(name, folders))).toThrow(sentence)
  })

  it.each(['', 'constructor', 'toString', 'trial-card'])('has no form for "%s"', (id) => {
    expect(formOf(id)).toBeUndefined()
  })

  it.each(idsWithForm)('has work that reads as not begun for %s', (id) => {
    expect(workIn(id, 'none')).toEqual({ stage: null, takeaway: null })
  })

  it('offers nothing to save where nothing was begun', () => {
    expect(takeawaysIn('none')).toEqual([])
  })
})
