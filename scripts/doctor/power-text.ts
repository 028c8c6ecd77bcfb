import type { Power } from './machine.ts'

const unknown: Power = { source: null, percent: null, sleepAfter: null }

/** Files of `/sys/class/power_supply` by supply, and what the desktop says of sleep: seconds, and what it does then. */
export function powerOfLinux(supplies: readonly { type: string, online?: string, status?: string, capacity?: string, scope?: string }[], sleep: { seconds: string, type: string } | null): Power {
  const batteries = supplies.filter(({ type, scope }) => type === 'Battery' && scope !== 'Device')
  const isPluggedIn = supplies.some(({ type, online }) => type !== 'Battery' && online === '1')
  const isEmptying = batteries.some(({ status }) => status === 'Discharging')
  const percent = Number.parseInt(batteries[0]?.capacity ?? '')
  const seconds = Number(/\d+$/.exec(sleep?.seconds ?? '')?.[0] ?? Number.NaN)
  return {
    source: supplies.length === 0 ? null : isEmptying && !isPluggedIn ? 'battery' : 'mains',
    percent: Number.isNaN(percent) ? null : percent,
    sleepAfter: sleep === null || Number.isNaN(seconds) ? null : sleep.type.includes('nothing') ? 0 : Math.round(seconds / 60),
  }
}

/** From `pmset -g batt` and `pmset -g custom`. */
export function powerOfMac(batt: string, custom: string): Power {
  const pluggedIn = custom.split(/^(?=\S)/m).find(part => part.startsWith('AC Power'))
  const sleep = /^\s*sleep\s+(\d+)/m.exec(pluggedIn ?? '')?.[1]
  const source = /drawing from '(AC|Battery)/.exec(batt)?.[1]
  const percent = /(\d+)%/.exec(batt)?.[1]
  return {
    source: source === undefined ? null : source === 'AC' ? 'mains' : 'battery',
    percent: percent === undefined ? null : Number(percent),
    sleepAfter: sleep === undefined ? null : Number(sleep),
  }
}

/**
 * From `Win32_Battery` as JSON, empty without a battery, and `powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE`,
 * whose words are in the language of the system: the last two numbers are the seconds plugged in and on battery.
 */
export function powerOfWindows(battery: string | null, powercfg: string | null): Power {
  const seconds = [...(powercfg ?? '').matchAll(/:\s*(0x[\da-f]{8})\s*$/gim)].at(-2)?.[1]
  const sleepAfter = seconds === undefined ? null : Math.round(Number(seconds) / 60)
  if (battery === null)
    return { ...unknown, sleepAfter }
  const status = /"BatteryStatus":\s*(\d+)/.exec(battery)?.[1]
  const percent = /"EstimatedChargeRemaining":\s*(\d+)/.exec(battery)?.[1]
  // 1, 4 and 5: it empties, low or critical too. A computer without a battery is plugged in.
  const isEmptying = status !== undefined && ['1', '4', '5'].includes(status)
  return { source: isEmptying ? 'battery' : 'mains', percent: percent === undefined ? null : Number(percent), sleepAfter }
}
