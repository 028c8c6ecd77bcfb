import { fileURLToPath } from 'node:url'
import { parse } from '@slidev/parser'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
let eslint: ESLint

beforeAll(() => {
  eslint = new ESLint({ cwd })
})

async function complaints(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${cwd}/${file}` })
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId?.startsWith('no-restricted-')).map(message => message.message)
}

function script(code: string): string {
  return `<script setup lang="ts">\n${code}\n</script>\n`
}

describe('imports between rooms', { timeout: 60_000 }, () => {
  it.each([
    ['components/Odd.vue', script('import { facilitator } from \'../exercises/energy-audit/facilitator.ts\''), 'no facilitator text'],
    ['components/map/Odd.vue', script('import { agenda } from \'../../exercises/agenda.ts\''), 'no minutes'],
    ['components/Odd.vue', script('const late = await import(\'../exercises/agenda.ts\')'), 'no minutes'],
    ['layouts/odd.vue', script('import { cuts } from \'../exercises/agenda-cuts.ts\''), 'no minutes'],
    ['phone/odd.ts', 'import { lines } from \'../exercises/facilitating.ts\'\n', 'no facilitator text'],
    ['live/client/odd.ts', 'import { agenda } from \'../../exercises/agenda.ts\'\n', 'live/client does not import from exercises'],
    ['live/client/odd.ts', 'import { hub } from \'../server/hub.ts\'\n', 'live/client does not import from live/server'],
    ['live/domain/odd.ts', 'import { open } from \'../store/sqlite-file.ts\'\n', 'live/domain does not import from live/store'],
    ['live/server/odd.ts', 'import { polls } from \'../../exercises/polls.ts\'\n', 'live/server does not import from exercises'],
    ['exercises/odd.ts', 'import { openStream } from \'../live/client/stream.ts\'\n', 'exercises does not import from live/client'],
    ['handouts/odd.ts', 'import { root } from \'../scripts/lib/paths.ts\'\n', 'handouts does not import from scripts'],
    ['phone/Odd.vue', script('import { useNav } from \'@slidev/client\''), 'Only live/client/slidev.ts'],
    ['components/Odd.vue', script('import { useNav } from \'@slidev/client\''), 'Only live/client/slidev.ts'],
    ['setup/odd.ts', 'import { useNav } from \'@slidev/client\'\n', 'Only live/client/slidev.ts'],
    ['global-top.vue', script('import { agenda } from \'./exercises/agenda.ts\''), 'no minutes'],
  ])('%s is refused: %s', async (file, text, sentence) => {
    expect(await complaints(file, text)).toEqual([expect.stringContaining(sentence)])
  })

  it.each([
    ['components/Odd.vue', script('import { polls } from \'../exercises/polls.ts\'')],
    ['components/map/Odd.vue', script('import { useScreen } from \'../../live/client/live.ts\'')],
    ['live/server/odd.ts', 'import type { Poll } from \'../domain/polls.ts\'\n'],
    ['live/client/slidev.ts', 'import { useNav } from \'@slidev/client\'\n'],
    ['handouts/odd.ts', 'import { facilitator } from \'../exercises/energy-audit/facilitator.ts\'\n'],
    ['scripts/odd.ts', 'import { agenda } from \'../exercises/agenda.ts\'\n'],
  ])('%s is allowed: %s', async (file, text) => {
    expect(await complaints(file, text)).toEqual([])
  })
})

describe('formatting a page', { timeout: 60_000 }, () => {
  const page = `---\nlayout: figure\nrouteAlias: hello\nformats: [60,90]\nreader: >\n  Two lines\n  of text.\n---\n\n#   Hello\n\n<v-clicks>\n\n* one\n* two\n\n</v-clicks>\n\n<!--\n**Say** Words to speak. [click] More words.\n\n**Do** Nothing.\n-->\n\n---\nlayout: poll\nrouteAlias: ask\npoll: toll\n---\n\n<!-- **Say** Ask. -->\n`

  it('changes how it looks in the file, not what Slidev reads', async () => {
    const fixer = new ESLint({ cwd, fix: true })
    const [result] = await fixer.lintText(page, { filePath: `${cwd}/pages/99-odd.md` })
    const fixed = result?.output ?? page
    expect(fixed).not.toBe(page)
    const [before, after] = await Promise.all([parse(page, 'a.md'), parse(fixed, 'a.md')])
    expect(after.slides.map(({ frontmatter, note, title }) => ({ frontmatter, note, title })))
      .toEqual(before.slides.map(({ frontmatter, note, title }) => ({ frontmatter, note, title })))
  })
})
