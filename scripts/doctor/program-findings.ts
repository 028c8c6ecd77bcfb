import type { Finding } from './finding.ts'
import type { Machine } from './machine.ts'
import { nextPort } from '../../live/domain/ports.ts'
import { oldestBrowsers } from '../../setup/oldest-browsers.ts'
import { badFolder } from '../setup.mjs'
import { fine, look, stop } from './finding.ts'

/** Oldest Node that runs the workshop. */
const NODE = 24

/** What is set, and whether it can be. */
export function settingsFindings({ settings }: Machine): Finding[] {
  return settings === null ? [] : [stop('settings', settings)]
}

/** A mistake in a page stops the start as well. */
export function slideFindings({ slides }: Machine): Finding[] {
  return slides === null ? [] : [stop('slides', slides)]
}

export function folderFindings({ folder }: Machine): Finding[] {
  const bad = badFolder(folder)
  return bad === null ? [] : [stop('folder', bad)]
}

export function runtimeFindings({ node, installed }: Machine): Finding[] {
  if (!installed)
    return [stop('runtime', 'Packages of the lock file are missing.', 'Run npm start once while there is internet.')]
  if (Number.parseInt(node) < NODE)
    return [stop('runtime', `This is Node ${node}, and the workshop needs ${NODE}.`, 'Run this as npm run doctor, which takes the right one.')]
  return [fine('runtime', `Node ${node}, and every package of the lock file is here.`)]
}

/** The presenter view opens in whatever browser is the usual one; this one prints. */
export function browserFindings({ browser }: Machine): Finding[] {
  if (browser === null)
    return [look('browser', 'No Chromium, Chrome or Edge was found.', 'The presenter view opens in Firefox and Safari, too, but printing needs one of these: npm run export installs it.')]
  if (browser.version === null)
    return [fine('browser', `${browser.path} is here; it does not tell its version.`)]
  if (browser.version < oldestBrowsers.deck.chrome)
    return [look('browser', `${browser.path} is version ${browser.version}, and the deck needs ${oldestBrowsers.deck.chrome}.`, 'Update it, or open the presenter view in a newer browser.')]
  return [fine('browser', `${browser.path}, version ${browser.version}.`)]
}

export function deckFindings({ stale, minutes }: Machine): Finding[] {
  return stale.length === 0
    ? [fine('deck', `The deck of ${minutes} minutes is built.`)]
    : [look('deck', `To be built at the next start, which then takes about a minute: the ${stale.join(', the ')}.`, `Run npm start ${minutes} once before people come.`)]
}

export function portFindings({ port: { number, user }, minutes }: Machine): Finding[] {
  const another = `npm start ${minutes} -- --port ${nextPort(number)}`
  if (user === 'another')
    return [stop('port', `Port ${number} is in use by another program.`, `Stop that, or choose another port: ${another}`)]
  if (user === 'nobody-may')
    return [stop('port', `Port ${number} needs more rights than this program has.`, `Choose one above 1023: ${another}`)]
  if (number === 0)
    return [fine('port', 'The start takes any free port.')]
  return [fine('port', user === 'workshop' ? `Port ${number}: a workshop runs there already.` : `Port ${number} is free.`)]
}
