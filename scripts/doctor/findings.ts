import type { Finding } from './finding.ts'
import type { Laptop, Machine } from './machine.ts'
import { dataFindings, diskFindings } from './disk-findings.ts'
import { networkFindings } from './network-findings.ts'
import { powerFindings, sleepFindings } from './power-findings.ts'
import { browserFindings, deckFindings, folderFindings, portFindings, runtimeFindings, settingsFindings, slideFindings } from './program-findings.ts'

const examinations: readonly ((machine: Machine) => Finding[])[] = [
  settingsFindings,
  slideFindings,
  folderFindings,
  runtimeFindings,
  browserFindings,
  deckFindings,
  portFindings,
  examineLaptop,
]
const ofLaptops: readonly ((laptop: Laptop) => Finding[])[] = [diskFindings, dataFindings, networkFindings, powerFindings, sleepFindings]

/** All findings of a machine. */
export function examine(machine: Machine): Finding[] {
  return examinations.flatMap(findings => findings(machine))
}

/** Findings that may change from hour to hour. */
function examineLaptop(laptop: Laptop): Finding[] {
  return ofLaptops.flatMap(findings => findings(laptop))
}

/** Whether the workshop will run. */
export function isReady(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level !== 'stop')
}

/** Most findings that a start shows. */
const LINES_AT_START = 2

/**
 * What `npm start` says of the laptop: what cannot wait, the gravest first, at most two. Which addresses there are, and
 * whether phones can come, it says itself.
 */
export function findingsAtStart(laptop: Laptop): Finding[] {
  const findings = examineLaptop(laptop).filter(({ about, level }) => about !== 'network' || level === 'look')
  return (['stop', 'look'] as const).flatMap(level => findings.filter(finding => finding.level === level)).slice(0, LINES_AT_START)
}
