import type { Plugin } from 'vite'
import { pageOf } from '../scripts/export/handout-page.ts'
import { siteSheetsOf } from '../scripts/export/handouts.ts'

/** A page for each sheet that a reader takes along or sends on: it needs no script, and prints as the workbook does. */
export function sheets(): Plugin {
  return {
    name: 'site-sheets',
    apply: 'build',
    async generateBundle() {
      for (const sheet of await siteSheetsOf())
        this.emitFile({ type: 'asset', fileName: `${sheet.name}.html`, source: pageOf(sheet, 'a4') })
    },
  }
}
