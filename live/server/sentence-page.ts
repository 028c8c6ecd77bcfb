import type { HtmlEscapedString } from 'hono/utils/html'
import { html } from 'hono/html'

/** A page with one sentence; `script` is the address of a script it runs. */
export function page(sentence: string, script?: string): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The Fork</title><style>:root { color-scheme: light dark; font: 18px/1.5 system-ui; } main { max-width: 32em; margin: 15vh auto; padding: 0 1em }</style><main><h1>The Fork</h1><p role="status">${sentence}</p></main>${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}</html>`
}
