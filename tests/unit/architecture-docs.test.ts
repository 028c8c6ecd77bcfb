import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../scripts/lib/paths.ts'

const named = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const ignored = ['.git/', ...readFileSync(join(root, '.gitignore'), 'utf8').split('\n')]
/** Each holds a folder for everything of one sort, named by its id: a registry says which. */
const registries = ['exercises', 'live/kinds']

function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && readdirSync(join(root, folder, entry.name)).length > 0 && !ignored.includes(`${entry.name}/`))
    .map(({ name }) => folder ? `${folder}/${name}` : name)
}

const rooms = foldersIn('').filter(name => !name.startsWith('.'))

it.each(rooms)('docs/architecture.md names the folder %s/ and its folders', (room) => {
  const inside = registries.includes(room) ? [] : foldersIn(room).filter(folder => !folder.startsWith('.'))
  expect([room, ...inside].filter(folder => !named.includes(`${folder.split('/').at(-1)}/`))).toEqual([])
})

/** Tables of files: the folder in their head, and the names in their first column. */
const tables = [...named.matchAll(/^\| files? of `([^`]+)`.*\n\|.*\n((?:\|.*\n)+)/gm)].map(([, folder = '', rows = '']) => ({
  folder,
  files: rows.split('\n').flatMap(row => [...row.split('|')[1]?.matchAll(/`([\w-]+)`/g) ?? []].map(([, file = '']) => `${file}.ts`)),
}))

it.each(tables)('docs/architecture.md names only files that $folder has', ({ folder, files }) => {
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter(file => !existsSync(join(root, folder, file)))).toEqual([])
})

it('docs/architecture.md has a table of files for each part of the live session', () => {
  expect(tables.map(({ folder }) => folder)).toEqual(expect.arrayContaining(['live/domain', 'live/server', 'live/client']))
})

const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).filter(file => file.endsWith('.md')).map(file => `docs/${file}`)]

it.each(pages)('%s names only files that there are', (page) => {
  const paths = [...readFileSync(join(root, page), 'utf8').matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.(?:ts|vue|css|mjs|md))`/g)].map(([, path = '']) => path)
  // What is in capitals stands for a name.
  expect(paths.filter(path => !/NAME|NN/.test(path) && !existsSync(join(root, path)))).toEqual([])
})
