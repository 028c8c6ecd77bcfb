import { fileURLToPath } from 'node:url'

/** The top of the project, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Where `npm run build` and `npm run export` put what they make, from the top. The kit stands in the site's folder: a build keeps it. */
export const siteFolder = 'dist'
export const kitFolder = 'dist/kit'
