import type { JoinState } from '../domain/state.ts'
import { encode } from 'uqr'

/** The address as a person types it: browsers add `http://` themselves. */
export function typedAddress(url: string): string {
  return url.replace(/^http:\/\//, '').replace(/\/$/, '')
}

/** What a camera reads to join a Wi-Fi, in the format of the ZXing project that phones follow. */
export function wifiText({ ssid, password }: NonNullable<JoinState['wifi']>): string {
  const escape = (text: string): string => text.replace(/[\\;,:"]/g, '\\$&')
  return password === null ? `WIFI:T:nopass;S:${escape(ssid)};;` : `WIFI:T:WPA;S:${escape(ssid)};P:${escape(password)};;`
}

/** A QR code as one SVG path of unit squares; `size` is its side with the four squares of quiet zone around it. */
export function qrPath(text: string): { size: number, path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.map((row, y) => row.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : '').join('')).join('')
  return { size, path }
}
