import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Package { integrity?: string, hasInstallScript?: boolean, link?: boolean, version?: string }
const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, Package> }
const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link)

describe('the lock file', () => {
  it('has the hash of every package', () => {
    expect(installed.length).toBeGreaterThan(1000)
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  })

  it('runs no install script, which could fetch what is in no lock file', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([])
  })
})
