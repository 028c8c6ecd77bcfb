import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const versions = v.record(v.string(), v.string())
const groups = { dependencies: versions, devDependencies: versions, optionalDependencies: versions }
const manifest = v.parse(v.object({ ...groups, overrides: versions }), JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')))

interface Package { integrity?: string, hasInstallScript?: boolean, link?: boolean, version?: string }
const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, Package> }
const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link)

describe('the lock file', () => {
  it('has the hash of every package', () => {
    expect(installed.length).toBeGreaterThan(1000)
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  })

  it('has the packages of package.json, and marks those that only checks need', () => {
    const { overrides: _, ...wanted } = manifest
    expect(packages['']).toMatchObject(wanted)
  })

  it('has a version for every dependency', () => {
    const asked = Object.values(manifest).flatMap(group => Object.entries(group))
    expect(asked.filter(([, version]) => !/\d/.test(version))).toEqual([])
  })

  it('runs no install script, which could fetch what is in no lock file', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([])
  })
})
