import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { filesUnder } from '../lib/files.ts'

const squeeze = promisify(gzip)
/** Smaller files fit into one packet anyway. */
const WORTH_BYTES = 1024

/** Puts a `.gz` beside every text file of a folder. Gzip only: over plain http browsers take nothing better. */
export async function compress(folder: string): Promise<void> {
  await Promise.all(filesUnder(['.'], folder).filter(file => /\.(?:html|js|css|svg|json|txt|webmanifest)$/.test(file)).map(async (file) => {
    const content = await readFile(join(folder, file))
    if (content.length > WORTH_BYTES)
      await writeFile(join(folder, `${file}.gz`), await squeeze(content, { level: constants.Z_BEST_COMPRESSION }))
  }))
}
