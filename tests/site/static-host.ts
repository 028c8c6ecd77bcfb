import type { AddressInfo } from 'node:net'
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { site } from './built-site.ts'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** A host of static files such as GitHub Pages: it knows no addresses but files, and answers 404.html to all others. */
export interface StaticHost {
  /** Of the site's root, with a slash at the end. */
  url: string
  /** Paths that were asked for and are not files. */
  missing: string[]
  close: () => Promise<void>
}

export async function hostSite(): Promise<StaticHost> {
  const missing: string[] = []
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host')
    const file = pathname.startsWith(site.base) ? join(site.folder, pathname.slice(site.base.length) || 'index.html') : ''
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
      return
    }
    missing.push(pathname)
    response.writeHead(404, { 'content-type': types['.html'] }).end(readFileSync(join(site.folder, '404.html')))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${site.base}`,
    missing,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
