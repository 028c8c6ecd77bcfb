/** Version of each browser; Edge goes with Chrome. */
export interface Versions { chrome: number, safari: number, firefox: number }

/** The oldest browsers that the pages are made for. Builds lower their syntax to these, and the README names them. */
export const oldestBrowsers = {
  phone: { chrome: 93, safari: 15.4, firefox: 92 },
  deck: { chrome: 117, safari: 16.4, firefox: 121 },
} as const satisfies Record<string, Versions>

/** Build targets for Vite: `chrome93`, … */
export function buildTargets(versions: Versions): string[] {
  return Object.entries(versions).map(([browser, version]) => `${browser}${version}`)
}
