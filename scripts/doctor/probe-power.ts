import type { Power } from './machine.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { outputOf } from './command-output.ts'
import { powerOfLinux, powerOfMac, powerOfWindows } from './power-text.ts'

const SUPPLIES = '/sys/class/power_supply'
const DESKTOP = 'org.gnome.settings-daemon.plugins.power'

/** How this laptop is powered and when it sleeps, as far as its system tells. */
export async function probePower(platform = process.platform): Promise<Power> {
  if (platform === 'darwin') {
    const [batt, custom] = await Promise.all([outputOf('pmset', '-g', 'batt'), outputOf('pmset', '-g', 'custom')])
    return powerOfMac(batt ?? '', custom ?? '')
  }
  if (platform === 'win32') {
    return powerOfWindows(...await Promise.all([
      outputOf('powershell', '-NoProfile', '-Command', 'Get-CimInstance Win32_Battery | Select-Object BatteryStatus, EstimatedChargeRemaining | ConvertTo-Json'),
      outputOf('powercfg', '/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE'),
    ]))
  }
  const [seconds, type] = await Promise.all(['timeout', 'type'].map(what => outputOf('gsettings', 'get', DESKTOP, `sleep-inactive-ac-${what}`)))
  return powerOfLinux(supplies(), seconds && type ? { seconds: seconds.trim(), type } : null)
}

function supplies(): Parameters<typeof powerOfLinux>[0] {
  const read = (...path: string[]): string | undefined => {
    try {
      return readFileSync(join(SUPPLIES, ...path), 'utf8').trim()
    }
    catch {
      return undefined // this supply has no such file
    }
  }
  return namesIn(SUPPLIES).map(name => ({ type: read(name, 'type') ?? '', online: read(name, 'online'), status: read(name, 'status'), capacity: read(name, 'capacity'), scope: read(name, 'scope') }))
}

/** What a folder holds; nothing where it cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  }
  catch {
    return []
  }
}
