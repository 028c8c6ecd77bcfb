import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { claims } from '../../exercises/claims.ts'
import { polls } from '../../exercises/polls.ts'
import { closest, namesLike } from '../lib/closest.ts'
import { root } from '../lib/paths.ts'

const slidevs = join(dirname(createRequire(import.meta.url).resolve('@slidev/client/package.json')), 'builtin')
const own = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.vue')).map(name => basename(name, '.vue'))
const builtIn = readdirSync(slidevs).filter(name => !name.includes('.test.')).map(name => name.replace(/\.(?:vue|ts)$/, ''))
const vues = ['Transition', 'TransitionGroup', 'KeepAlive', 'Teleport', 'Suspense']
const components = [...own, ...builtIn, ...vues]
/** HTML tags without an end tag. */
const empty = ['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']
const directives = ['click', 'clicks', 'after', 'mark', 'switch', 'motion', 'drag', 'click-hide', 'if', 'else', 'else-if', 'for', 'show', 'bind', 'on', 'slot', 'text', 'html', 'pre', 'once', 'memo', 'model', 'cloak']

/** Attributes of components that name something: what they may be. */
const naming: Readonly<Record<string, { attribute: string, names: readonly string[], where: string }>> = {
  EvidenceStrip: { attribute: 'claims', names: claims.map(claim => claim.id), where: 'exercises/claims.ts' },
  LivePoll: { attribute: 'poll', names: polls.map(poll => poll.id), where: 'exercises/polls.ts' },
}

/** What is wrong with the words of a slide, and the piece of text it is wrong with; null if nothing is. */
export function wordsProblem(content: string, layout: string): { text: string, problem: string } | null {
  const shown = content.replaceAll(/^(```|~~~)[\s\S]+?^\1|`[^`\n]*`|<!--[\s\S]*?-->/gm, '')
  return slotProblem(shown, layout) ?? tagProblem(shown) ?? closingProblem(shown) ?? pictureProblem(shown) ?? valueProblem(shown)
}

/** Finds text for a slot that the layout lacks: Slidev would drop it. */
function slotProblem(content: string, layout: string): { text: string, problem: string } | null {
  const file = readFileSync(join(root, 'layouts', `${layout}.vue`), 'utf8')
  for (const [text, name = ''] of content.matchAll(/^::\s*(\S+)\s*::\s*$/gm)) {
    if (name !== 'default' && !new RegExp(`["']${name.replaceAll(/\W/g, '\\$&')}["']`).test(file))
      return { text: text.trim(), problem: `layouts/${layout}.vue has no place called "${name}". Write the name of one of its slots, or take the line out` }
  }
  return null
}

function tagProblem(content: string): { text: string, problem: string } | null {
  for (const [, text = '', name = '', attributes = ''] of content.matchAll(/(<([a-z][\w-]*))((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>/gi)) {
    const problem = nameProblem(name) ?? attributeProblem(name, attributes)
    if (problem !== null)
      return { text, problem }
  }
  return null
}

/** Finds tags that are not closed or not opened: they would end in a long bundler error. */
function closingProblem(content: string): { text: string, problem: string } | null {
  const open: string[] = []
  for (const [tag, end, name = ''] of content.matchAll(/<(\/?)([a-z][\w-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>/gi)) {
    if (tag.endsWith('/>') || empty.includes(name.toLowerCase()))
      continue
    if (end === '')
      open.push(name)
    else if (!open.includes(name))
      return { text: tag, problem: `${tag} closes nothing. Write <${name}> where it begins, or take it out` }
    else if (open.pop() !== name)
      return { text: tag, problem: `${tag} comes before the end of what was opened after <${name}>. Close that first` }
  }
  const [left] = open
  return left === undefined ? null : { text: `<${left}`, problem: `<${left}> is not closed. Write <${left} />, or </${left}> where it ends` }
}

/** Finds pictures whose file does not exist: only the browser would show it. */
function pictureProblem(content: string): { text: string, problem: string } | null {
  for (const [text, inMarkdown, inTag] of content.matchAll(/!\[[^\]]*\]\((\/[^)\s]+)|\ssrc=["'](\/[^"']+)/g)) {
    const problem = missingPicture(inMarkdown ?? inTag ?? '')
    if (problem !== null)
      return { text: text.trim(), problem }
  }
  return null
}

/** What is wrong with the address of a picture that begins with a slash; null where its file is in `public/`. */
export function missingPicture(address: string, saying = 'for this picture'): string | null {
  const file = `public${address.replace(/[?#].*$/, '').replaceAll('%20', ' ')}`
  return existsSync(join(root, file)) ? null : `${saying} there is no file ${file}. Put the picture there, or mend its name`
}

/** Finds unknown names in `{{ }}`, which Vue shows as nothing. Slidev's own names begin with a dollar sign. */
function valueProblem(content: string): { text: string, problem: string } | null {
  const [text = '', name] = /<script/.test(content) ? [] : /\{\{\s*([a-z_]\w*)/i.exec(content) ?? []
  return name === undefined ? null : { text, problem: `{{ ${name} }} stands for nothing, and nothing would be shown. Write the words themselves` }
}

/** Finds names of components that do not exist, in either spelling: Vue would silently show nothing. */
function nameProblem(name: string): string | null {
  const isComponent = /[A-Z-]/.test(name) || components.some(one => one.toLowerCase() === name)
  const written = fileNameOf(name)
  if (!isComponent || components.includes(written))
    return null
  const near = closest(written, components)
  return `there is no component <${name}>. ${near === undefined ? `Its file would be ${written}.vue in a folder of components/.` : `Did you mean <${near}>?`}`
}

/** `line-map` is in `LineMap.vue`. */
function fileNameOf(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function attributeProblem(name: string, attributes: string): string | null {
  const directive = [...attributes.matchAll(/(?:^|\s)v-([a-z-]+)/g)].map(([, found = '']) => found).find(found => !directives.includes(found))
  if (directive !== undefined)
    return `there is no "v-${directive}". Did you mean "v-${closest(directive, directives) ?? 'click'}"?`
  const named = naming[fileNameOf(name)]
  const value = named && new RegExp(`(?:^|\\s)${named.attribute}=["']?([^"']*)`).exec(attributes)?.[1]?.trim()
  const unknown = value?.split(/[,\s]+/).find(one => !named?.names.includes(one))
  return named && unknown !== undefined ? `${named.attribute} is "${unknown}", which is not in ${named.where}. ${namesLike(unknown, named.names)}` : null
}
