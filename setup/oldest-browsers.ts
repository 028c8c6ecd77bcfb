/** The oldest browsers that the pages are made for: builds lower their syntax to these, and the README names them. */
export const oldestBrowsers = {
  phone: { chrome: 87, safari: 14.1, firefox: 90 },
  deck: { chrome: 111, safari: 16.4, firefox: 121 },
} as const
