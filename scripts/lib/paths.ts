import { fileURLToPath } from 'node:url'

/** The top of the project, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** The output folders of `npm run build` and `npm run export`, relative to the top. A build keeps the kit. */
export const siteFolder = 'dist'
export const kitFolder = 'dist/kit'
