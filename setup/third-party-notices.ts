import type { Plugin } from 'vite'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** The file with the licences of all that a build holds. */
export const NOTICES = 'third-party-notices.txt'

/** Packages of long ago wrote their licence as an object; some name none. */
const word = v.fallback(v.string(), '')
const packageJson = v.pipe(v.string(), v.parseJson(), v.object({ name: word, version: word, license: word }))

interface Package { name: string, version: string, license: string, text: string }

const LICENSE_FILE = /^(?:licen[cs]e|copying|notice|ofl)/i
/** The folder of the package that a file belongs to. */
const FOLDER = /^(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//

function packageAt(folder: string): Package | null {
  const file = join(folder, 'package.json')
  if (!existsSync(file))
    return null
  const { name, version, license } = v.parse(packageJson, readFileSync(file, 'utf8'))
  const texts = readdirSync(folder).filter(one => LICENSE_FILE.test(one) && !one.endsWith('.js')).sort().map(one => readFileSync(join(folder, one), 'utf8').trim())
  return { name, version, license, text: texts.join('\n\n') || 'The package comes without a text of its licence.' }
}

/** Name, licence and licence text of every package that one of the files belongs to, each once, in the order of their names. */
export function noticesOf(files: Iterable<string>): string {
  const folders = new Set([...files].map(file => FOLDER.exec(file.replaceAll('\\', '/'))?.groups?.folder).filter(folder => folder !== undefined))
  const packages = new Map([...folders].map(packageAt).filter(one => one !== null).map(one => [`${one.name} ${one.version}`, one]))
  const entries = [...packages].sort(([a], [b]) => a < b ? -1 : 1).map(([title, { license, text }]) => `${'-'.repeat(70)}\n${title} (${license})\n\n${text}\n`)
  return `The Fork: code under the MIT licence, words under CC BY 4.0. It holds parts of these packages, each under its own licence.\n\n${entries.join('\n')}`
}

/** Puts the licences of the fonts and libraries that went into a build beside it. */
export function thirdPartyNotices(): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const { root } = this.environment.config
      const assets = Object.values(bundle).flatMap(file => file.type === 'asset' ? file.originalFileNames.map(name => join(root, name)) : [])
      this.emitFile({ type: 'asset', fileName: NOTICES, source: noticesOf([...this.getModuleIds(), ...assets]) })
    },
  }
}
