import type { Level } from '../../scripts/doctor/finding.ts'
import type { Machine } from '../../scripts/doctor/machine.ts'
import type { Otherwise } from './made-up-machine.ts'
import { describe, expect, it } from 'vitest'
import { examine, findingsAtStart, isReady } from '../../scripts/doctor/findings.ts'
import { powerOfLinux, powerOfMac, powerOfWindows } from '../../scripts/doctor/power-text.ts'
import { lineOf, report } from '../../scripts/doctor/report.ts'
import { card, machineWith } from './made-up-machine.ts'

const lines = (machine: Machine): string[] => examine(machine).map(lineOf)
const network = (interfaces: Machine['network']['interfaces'], more: Partial<Machine['network']> = {}): Otherwise => ({ network: { interfaces, ...more } })
const wifi = { 'Wi-Fi': [card('192.168.0.11')] }

describe('a laptop where all is well', () => {
  it('is ready, and every line is in order', () => {
    const findings = examine(machineWith({}))
    expect(findings.map(({ level }) => level)).toEqual(findings.map(() => 'fine'))
    expect(isReady(findings)).toBe(true)
    expect(report(findings, 90)).toContain('This laptop is ready.')
  })

  it('is reported in one line per finding', () => {
    expect(lines(machineWith({}))).toEqual([
      '  fine  Node 24.21.0, and every package of the lock file is here.',
      '  fine  /usr/bin/chromium, version 150.',
      '  fine  The deck of 90 minutes is built.',
      '  fine  Port 4590 is free.',
      '  fine  80.0 GB free. A write takes 0.8 ms until it is on the disk.',
      '  fine  Phones join at http://192.168.1.20:4590 (wlp3s0, Wi-Fi). Whether the Wi-Fi lets them through only a phone can tell: join with yours.',
      '  fine  Plugged in.',
      '  fine  Does not sleep while plugged in.',
    ])
  })
})

describe('the doctor finds', () => {
  it.each<[string, Otherwise, Level, string]>([
    ['a setting that start refuses', { settings: 'FORK_PORT cannot be "6000". It takes a port that browsers open.' }, 'stop', 'FORK_PORT cannot be "6000"'],
    ['a mistake in a page', { slides: 'pages/00-welcome.md:12: slide "promise": "layout" is "ficture".' }, 'stop', 'pages/00-welcome.md:12: slide "promise"'],
    ['a folder with a sign that tools cannot read', { folder: '/home/sam/O\'Brien/the-fork' }, 'stop', 'has a \' in its name'],
    ['a folder of C# projects', { folder: '/home/sam/C# projects/the-fork' }, 'stop', 'Rename the folder'],
    ['packages that are missing', { installed: false }, 'stop', 'Packages of the lock file are missing. Run npm start once while there is internet.'],
    ['an older Node', { node: '22.3.0' }, 'stop', 'This is Node 22.3.0, and the workshop needs 24.'],
    ['no browser', { browser: null }, 'look', 'No Chromium, Chrome or Edge was found.'],
    ['an old browser', { browser: { path: '/usr/bin/google-chrome', version: 98 } }, 'look', '/usr/bin/google-chrome is version 98, and the deck needs'],
    ['a browser that does not tell', { browser: { path: '/snap/bin/chromium', version: null } }, 'fine', 'it does not tell its version'],
    ['a deck that is still to be built', { stale: ['presenter view for 60 minutes', 'phone page'], minutes: 60 }, 'look', 'which then takes about a minute: the presenter view for 60 minutes, the phone page. Run npm start 60 once before people come.'],
    ['a port that is taken', { port: { user: 'another' } }, 'stop', 'Port 4590 is in use by another program. Stop that, or choose another port: npm start 90 -- --port 4591'],
    ['a port that is taken before one that browsers refuse', { port: { number: 5059, user: 'another' } }, 'stop', 'npm start 90 -- --port 5062'],
    ['a port that needs rights', { port: { number: 80, user: 'nobody-may' } }, 'stop', 'Choose one above 1023: npm start 90 -- --port 1024'],
    ['a workshop that runs', { port: { user: 'workshop' } }, 'fine', 'Port 4590: a workshop runs there already.'],
    ['any free port', { port: { number: 0 } }, 'fine', 'The start takes any free port.'],
    ['a full disk', { data: { freeBytes: 3_000_000 } }, 'stop', 'The disk is full: 3 MB free.'],
    ['a disk that is nearly full', { data: { freeBytes: 310_500_000 } }, 'look', 'The disk is nearly full: 310 MB free.'],
    ['a slow disk', { data: { writeMs: 183.4 } }, 'look', 'The disk is slow. A write takes 183 ms until it is on the disk.'],
    ['a folder that may not be written', { data: { trouble: 'EACCES: permission denied.', writeMs: null } }, 'stop', 'Nothing can be written to /home/sam/the-fork/data: EACCES'],
    ['a data folder on a network', { data: { on: 'a network' } }, 'look', 'which is no disk of this laptop'],
    ['a data folder of Windows, in WSL', { data: { path: '/mnt/c/Users/sam/fork/data', on: 'Windows' } }, 'look', 'a folder of Windows, where WSL writes slowly. Keep them in WSL'],
    ['a data folder in memory', { data: { on: 'memory' } }, 'look', 'a restart of the laptop deletes them'],
    ['OneDrive of a company', { data: { path: 'C:\\Users\\sam\\OneDrive - Example Ltd\\the-fork\\data' } }, 'look', 'which OneDrive copies to other computers'],
    ['Dropbox by its mark', { data: { marks: ['data', '.dropbox', 'the-fork'] } }, 'look', 'which Dropbox copies'],
    ['Google Drive on macOS', { data: { path: '/Users/sam/Library/CloudStorage/GoogleDrive-sam@example.org/My Drive/fork/data' } }, 'look', 'which Google Drive copies'],
    ['iCloud', { data: { path: '/Users/sam/Library/Mobile Documents/com~apple~CloudDocs/fork/data' } }, 'look', 'which iCloud copies'],
    ['Syncthing by its mark', { data: { marks: ['.stfolder', 'data'] } }, 'look', 'which Syncthing copies'],
    ['a folder whose name only begins like one', { data: { path: '/home/sam/boxing/dropbox-notes/data' } }, 'fine', '80.0 GB free'],
    ['no network', network({ lo: [card('127.0.0.1')] }), 'stop', 'No phone can join: this laptop is in no network.'],
    ['an address for this laptop only', network(wifi, { host: '127.0.0.1' }), 'stop', 'No phone can join: 127.0.0.1 is for this laptop only. Leave out --host'],
    ['WSL', network({ eth0: [card('172.28.114.9', { netmask: '255.255.240.0' })] }, { isWsl: true }), 'stop', 'inside WSL, where phones cannot come. Start in Windows itself, or set networkingMode=mirrored in .wslconfig).'],
    ['nothing but a VPN', network({ utun3: [card('10.6.0.2')] }), 'stop', 'there is only http://10.6.0.2:4590 (utun3, a VPN or tunnel, where no phone is). Turn the VPN off.'],
    ['a VPN that the system names first', network({ tun0: [card('10.8.0.2')], wlan0: [card('172.20.10.3')] }), 'look', 'A VPN is on.'],
    ['what a VPN does not change', network({ tun0: [card('10.8.0.2')], wlan0: [card('172.20.10.3')] }), 'fine', 'Phones join at http://172.20.10.3:4590 (wlan0, Wi-Fi).'],
    ['containers', network({ 'docker0': [card('172.17.0.1')], 'br-5f2a': [card('172.18.0.1')], 'eth0': [card('10.1.2.3')] }), 'fine', 'Passed over: http://172.18.0.1:4590 (br-5f2a, containers, where no phone is).'],
    ['nothing but containers', network({ docker0: [card('172.17.0.1')] }), 'stop', 'Connect it to the room\'s Wi-Fi'],
    ['a network without a lease', network({ 'Wi-Fi': [card('169.254.10.20')] }), 'stop', 'The network gave this laptop no address'],
    ['a second address', network({ ...wifi, Ethernet: [card('10.0.0.7')] }), 'fine', 'Next: http://10.0.0.7:4590 (Ethernet, cable). N in the presenter view steps there.'],
    ['a hotspot', network({ wlan0: [card('10.42.0.1')] }), 'fine', '(wlan0, this laptop\'s own hotspot)'],
    ['the hotspot of Windows', network({ 'Local Area Connection* 12': [card('192.168.137.1')] }), 'look', 'which lets eight devices join'],
    ['an address that a firewall keeps from this laptop', network(wifi, { silent: ['192.168.0.11'] }), 'stop', 'does not answer even to this laptop. A firewall stands in between'],
    ['one address of several', network({ ...wifi, Ethernet: [card('10.0.0.7')] }, { host: '10.0.0.7' }), 'fine', 'Phones join at http://10.0.0.7:4590 (Ethernet, cable).'],
    ['an address of the newer kind', network(wifi, { host: '2001:db8::5' }), 'fine', 'Listens on 2001:db8::5 alone.'],
    ['a battery', { power: { source: 'battery', percent: 63 } }, 'look', 'On battery, 63 % full. Plug in.'],
    ['a system that does not tell of power', { power: { source: null, percent: null } }, 'fine', 'does not tell whether it is plugged in. Plug in.'],
    ['sleep within the workshop', { power: { sleepAfter: 15 } }, 'look', 'Sleeps after 15 minutes without a key, even plugged in.'],
    ['sleep after the reunion', { power: { sleepAfter: 45 }, minutes: 30 }, 'fine', 'Sleeps only after 45 minutes'],
    ['a system that does not tell of sleep', { power: { sleepAfter: null } }, 'fine', 'Turn off sleep and the screen saver.'],
  ])('%s', (_, parts, level, words) => {
    const findings = examine(machineWith(parts))
    expect(findings.map(finding => [finding.level, lineOf(finding)])).toContainEqual([level, expect.stringContaining(words)])
    expect(isReady(findings)).toBe(level !== 'stop')
  })

  it('one finding that stops the workshop among others to look at', () => {
    const findings = examine(machineWith({ power: { source: 'battery', percent: 20 }, data: { freeBytes: 1 }, stale: ['phone page'] }))
    expect(report(findings, 90)).toMatch(/One thing will stop the workshop\.\n$/)
  })

  it('a remedy for everything that is not in order', () => {
    const all = examine(machineWith({ data: { path: '/home/sam/Dropbox/data' }, power: { source: 'battery', sleepAfter: 5 }, browser: null }))
    expect(all.filter(({ level, remedy }) => level === 'look' && remedy === '')).toEqual([])
  })
})

describe('npm start reports of the laptop', () => {
  it.each<[string, Otherwise, string[]]>([
    ['nothing where all is well', {}, []],
    ['nothing of what is only good to know', { power: { source: null, percent: null, sleepAfter: null } }, []],
    ['the gravest first, and no more than two', { power: { source: 'battery', percent: 20, sleepAfter: 5 }, data: { freeBytes: 1 } }, ['STOP  The disk is full: 0 MB free.', 'look  On battery, 20 % full.']],
    ['that a VPN is on', network({ tun0: [card('10.8.0.2')], wlan0: [card('172.20.10.3')] }), ['look  A VPN is on.']],
    ['not again which addresses there are, or that there is none', network({ lo: [card('127.0.0.1')] }), []],
    ['not what may have changed while it built', { stale: ['phone page'], port: { user: 'workshop' } }, []],
  ])('%s', (_, parts, says) => {
    const said = findingsAtStart(machineWith(parts)).map(lineOf)
    expect(said.map((line, n) => line.trim().slice(0, says[n]?.length))).toEqual(says)
  })
})

describe('the power state that systems report', () => {
  const windows = `GUID-Energieschema\n      Minimal mögliche Einstellung: 0x00000000\n      Maximal mögliche Einstellung: 0xffffffff\n    Index der aktuellen Wechselstromeinstellung: 0x00000708\n    Index der aktuellen Gleichstromeinstellung: 0x00000384\n\n`
  const custom = 'Battery Power:\n sleep                1\n displaysleep         2\nAC Power:\n womp                 1\n sleep                10 (sleep prevented by coreaudiod)\n displaysleep         10\n'

  it.each([
    ['Linux, plugged in', powerOfLinux([{ type: 'Mains', online: '1' }, { type: 'Battery', status: 'Charging', capacity: '81' }], { seconds: 'uint32 1200', type: '\'suspend\'' }), ['mains', 81, 20]],
    ['Linux, on battery, never asleep', powerOfLinux([{ type: 'Mains', online: '0' }, { type: 'Battery', status: 'Discharging', capacity: '40' }], { seconds: '3600', type: '\'nothing\'' }), ['battery', 40, 0]],
    ['Linux by a USB-C charger', powerOfLinux([{ type: 'USB', online: '1' }, { type: 'Battery', status: 'Not charging', capacity: '100' }], null), ['mains', 100, null]],
    ['Linux with the battery of a mouse', powerOfLinux([{ type: 'Mains', online: '1' }, { type: 'Battery', scope: 'Device', status: 'Discharging', capacity: '7' }], null), ['mains', null, null]],
    ['a machine without any supply', powerOfLinux([], null), [null, null, null]],
    ['macOS, plugged in', powerOfMac('Now drawing from \'AC Power\'\n -InternalBattery-0 (id=1)\t94%; charging; 0:21 remaining', custom), ['mains', 94, 10]],
    ['macOS, on battery', powerOfMac('Now drawing from \'Battery Power\'\n -InternalBattery-0 (id=1)\t52%; discharging', custom), ['battery', 52, 10]],
    ['macOS that says nothing', powerOfMac('', ''), [null, null, null]],
    ['Windows, plugged in', powerOfWindows('{"BatteryStatus":  2,"EstimatedChargeRemaining":  77}', windows), ['mains', 77, 30]],
    ['Windows, on battery', powerOfWindows('{"BatteryStatus":1,"EstimatedChargeRemaining":31}', windows), ['battery', 31, 30]],
    ['Windows without a battery', powerOfWindows('', windows.replace('00000708', '00000000')), ['mains', null, 0]],
    ['Windows that says nothing', powerOfWindows(null, null), [null, null, null]],
  ])('%s', (_, { source, percent, sleepAfter }, expected) => {
    expect([source, percent, sleepAfter]).toEqual(expected)
  })
})
