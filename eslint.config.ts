import type { Linter } from 'eslint'
import antfu from '@antfu/eslint-config'

/** An import that is refused, and why. */
interface Restriction { regex: string, message: string }

/** Whose modules each room may import, beside its own. Rooms that are not listed tie the others together. */
const arrows: Record<string, string[]> = {
  'components': ['exercises', 'live/client', 'live/domain', 'live/kinds'],
  'layouts': ['components', 'exercises', 'live/client', 'live/domain', 'live/kinds'],
  'phone': ['components', 'exercises', 'live/client', 'live/domain', 'live/kinds'],
  'exercises': ['live/domain'],
  'handouts': ['components', 'exercises', 'pages', 'live/client', 'live/domain', 'live/kinds'],
  'live/domain': ['live/kinds'],
  'live/kinds': ['live/domain', 'live/client'],
  'live/client': ['live/domain', 'live/kinds'],
  'live/store': ['live/domain'],
  'live/server': ['live/domain', 'live/store'],
}
const rooms = [...Object.keys(arrows), 'pages', 'scripts', 'setup', 'tests']
/** Rooms that everybody can open: they must not hold facilitator text. */
const seen = ['components', 'layouts', 'phone']

/** The rules may import only the pure modules of a kind of poll: `kind.ts`, `kinds.ts`, `poll.ts` and `answers.ts`. */
const drawn = { regex: '/kinds/(?!(?:[^/]+/)?(?:kind|kinds|poll|answers)\\.ts$)', message: 'No forms and no drawings here. Of a kind of poll these may be used: kind.ts, kinds.ts, poll.ts, answers.ts.' }
const browser = { regex: '^vue$|\\.vue$|/client/|/(?:form|forms|poll-form|drawings|papers|option-fields)\\.ts$', message: 'The rules of a kind of poll are pure: no forms, no drawings, no browser.' }

const slidev = { regex: '^@slidev/client', message: 'Only live/client/slidev.ts talks to Slidev.' }
const facilitator = { regex: '/(?:facilitator|exercises/(?:agenda|facilitating)[^/]*)(?:\\.ts)?$', message: 'Participants can open this: no facilitator text and no minutes here.' }

/** The one file of `exercises/` that may refer to components: by `import()`, so that no form is loaded with it. */
const registry = 'exercises/registry.ts'

function restrictionsOf(room: string, alsoOpen: readonly string[] = []): Restriction[] {
  const closed = rooms.filter(other => other !== room && !arrows[room]?.includes(other) && !alsoOpen.includes(other)).map(other => ({
    regex: `^(?:\\.\\./)+${other.replace('live/', '(?:live/)?')}/`,
    message: `${room} does not import from ${other}. It may use: ${[room, ...arrows[room] ?? []].join(', ')}.`,
  }))
  return [slidev, ...seen.includes(room) ? [facilitator] : [], ...room === 'live/domain' ? [drawn] : [], ...closed]
}

/** Static imports, and `import()`, which the core rule leaves alone. */
function forbidImports(files: string[], patterns: Restriction[], ignores: string[] = []): Linter.Config {
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...patterns.map(({ regex, message }) => ({ selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`, message }))],
    },
  }
}

export default antfu(
  {
    formatters: { css: true, markdown: 'prettier', slidev: { files: ['slides.md', 'pages/*.md'] } },
    ignores: ['public/**'],
    vue: true,
    typescript: true,
  },
  {
    rules: {
      'antfu/reasonable-newline': 'off', // tables of cases read best a case a line
      'no-console': 'error',
      'vue/singleline-html-element-content-newline': 'off',
    },
  },
  {
    files: ['**/*.{ts,vue}'],
    rules: {
      'ts/no-explicit-any': 'error',
      'ts/no-non-null-assertion': 'error',
      'ts/explicit-function-return-type': ['error', { allowExpressions: true, allowTypedFunctionExpressions: true }],
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  { files: ['slides.md', 'pages/*.md'], rules: { 'markdown/no-multiple-h1': 'off' } },
  forbidImports(['**/*.{ts,vue}'], [slidev], ['live/client/slidev.ts']),
  ...Object.keys(arrows).map(room => forbidImports([`${room}/**/*.{ts,vue}`], restrictionsOf(room), ['live/client/slidev.ts', 'phone/vite.config.ts', registry])),
  forbidImports([registry], restrictionsOf('exercises', ['components'])),
  forbidImports(['live/kinds/{kind,kinds}.ts', 'live/kinds/*/{poll,answers}.ts'], [browser, ...restrictionsOf('live/kinds')]),
  forbidImports(['*.vue'], [slidev, facilitator]),
)
