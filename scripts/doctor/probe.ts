import type { Manifest } from '../../live/domain/manifest.ts'
import type { StartOptions } from '../lib/options.ts'
import type { Laptop, Machine } from './machine.ts'
import { networkInterfaces } from 'node:os'
import process from 'node:process'
import { DefinitionError } from '../../live/domain/define-polls.ts'
import { isInWsl } from '../../live/server/addresses.ts'
import { staleBuilds } from '../build/decks.ts'
import { readSlides } from '../build/read-slides.ts'
import { root } from '../lib/paths.ts'
import { isInstalled } from '../setup.mjs'
import { probeBrowser } from './probe-browser.ts'
import { probeData } from './probe-data.ts'
import { probeNetwork } from './probe-network.ts'
import { probePower } from './probe-power.ts'

export interface Planned extends Pick<StartOptions, 'port' | 'host' | 'dataDir'> {
  /** Minutes. */
  format: Manifest['format']
}

/** This laptop, looked at as the workshop would use it. Nothing of it is changed. */
export async function probe({ format, port, host, dataDir }: Planned, settings: Machine['settings'] = null): Promise<Machine> {
  const [browser, power, ways, slides] = await Promise.all([probeBrowser(), probePower(), probeNetwork(port, host), probeSlides()])
  return {
    minutes: format,
    node: process.versions.node,
    installed: isInstalled(root),
    folder: root,
    settings,
    slides,
    browser,
    stale: staleBuilds(format),
    data: probeData(dataDir),
    power,
    ...ways,
  }
}

/** The sentence with which a mistake in a page stops every command; null when there is none. */
async function probeSlides(): Promise<Machine['slides']> {
  try {
    await readSlides()
    return null
  }
  catch (error) {
    if (error instanceof DefinitionError)
      return error.message
    throw error
  }
}

/** What a start that is under way can see: the port is its own. */
export async function probeLaptop({ format, port, host, dataDir }: Planned): Promise<Laptop> {
  return {
    minutes: format,
    port: { number: port, user: 'workshop' },
    data: probeData(dataDir),
    network: { interfaces: networkInterfaces(), isWsl: isInWsl(), host, silent: [] },
    power: await probePower(),
  }
}
