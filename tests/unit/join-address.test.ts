import { describe, expect, it } from 'vitest'
import { qrPath, typedAddress, wifiText } from '../../live/client/join-address.ts'

describe('the join address', () => {
  it.each([
    ['http://192.168.1.20:3030', '192.168.1.20:3030'],
    ['http://laptop.local:3030/', 'laptop.local:3030'],
    ['https://fork.example.org', 'https://fork.example.org'],
  ])('%s is typed as %s', (url, typed) => {
    expect(typedAddress(url)).toBe(typed)
  })

  it.each([
    ['with a password', { ssid: 'Guests', password: 'open sesame' }, 'WIFI:T:WPA;S:Guests;P:open sesame;;'],
    ['open to all', { ssid: 'Guests', password: null }, 'WIFI:T:nopass;S:Guests;;'],
    ['with signs that mean something to a camera', { ssid: 'A;B,C:D', password: '"\\' }, 'WIFI:T:WPA;S:A\\;B\\,C\\:D;P:\\"\\\\;;'],
  ])('of a Wi-Fi %s becomes the text of a QR code', (_, wifi, text) => {
    expect(wifiText(wifi)).toBe(text)
  })

  it('becomes a QR code with a quiet zone of four squares', () => {
    const { size, path } = qrPath('http://192.168.1.20:3030')
    const squares = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
    expect(Math.min(...squares)).toBe(4)
    expect(Math.max(...squares)).toBe(size - 5)
  })
})
