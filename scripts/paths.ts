import { fileURLToPath } from 'node:url'

/** The top of the project, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** Where `npm run build` and `npm run export` put what they make, from the top: side by side, so that whoever publishes one does not publish the other. */
export const siteFolder = 'dist/site'
export const kitFolder = 'dist/kit'
