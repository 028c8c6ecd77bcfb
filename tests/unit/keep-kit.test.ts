import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, it, onTestFinished } from 'vitest'
import { keepKit } from '../../scripts/build/keep-kit.ts'

/** A project of one page, built once before, with a kit in the site's folder. */
function project(): string {
  const top = mkdtempSync(join(tmpdir(), 'ends-kit-'))
  onTestFinished(() => rmSync(top, { recursive: true, force: true }))
  for (const folder of ['dist/kit', 'dist/assets', 'elsewhere/kit'])
    mkdirSync(join(top, folder), { recursive: true })
  for (const [file, text] of [['index.html', '<p>New</p>'], ['dist/kit/deck.pdf', 'A deck'], ['dist/assets/old.js', ''], ['dist/old.html', ''], ['elsewhere/kit/old.html', '']] as const)
    writeFileSync(join(top, file), text)
  return top
}

function run(top: string, outDir?: string): Promise<unknown> {
  return build({ root: top, configFile: false, logLevel: 'silent', plugins: [keepKit(top)], build: { ...outDir !== undefined && { outDir }, copyPublicDir: false } })
}

it.each([undefined, 'dist', './dist/'])('a plain build into the site’s folder (%s) leaves the kit, and nothing else that was there', async (outDir) => {
  const top = project()
  await run(top, outDir)
  expect(readdirSync(join(top, 'dist')).sort()).toEqual(['index.html', 'kit'])
  expect(readdirSync(join(top, 'dist/kit'))).toEqual(['deck.pdf'])
})

it('a plain build into another folder empties it', async () => {
  const top = project()
  await run(top, 'elsewhere')
  expect(readdirSync(join(top, 'elsewhere'))).toEqual(['index.html'])
  expect(existsSync(join(top, 'dist/old.html'))).toBe(true)
})

it('a build that fails deletes nothing', async () => {
  const top = project()
  writeFileSync(join(top, 'index.html'), '<script type="module" src="./gone.js"></script>')
  await expect(run(top)).rejects.toThrow('gone.js')
  expect(readdirSync(join(top, 'dist')).sort()).toEqual(['assets', 'kit', 'old.html'])
})
