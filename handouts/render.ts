import type { Component, VNode } from 'vue'
import type { SiteSheet } from '../exercises/sheets.ts'
import type { Kit, KitSlide } from './kit.ts'
import type { PosterPlaces, TellableSession } from './poster/poster.ts'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { clockText } from '../exercises/agenda.ts'
import { reunionFormat } from '../exercises/sections.ts'
import { siteSheets } from '../exercises/sheets.ts'
import FacilitatorGuide from './FacilitatorGuide.vue'
import PocketSheet from './PocketSheet.vue'
import { posterSections } from './poster/poster.ts'
import ResultsPoster from './ResultsPoster.vue'
import ReunionWorkbook from './ReunionWorkbook.vue'
import SheetPage from './SheetPage.vue'
import SponsorPage from './SponsorPage.vue'
import Workbook from './Workbook.vue'
import AskingGuide from './workbook/AskingGuide.vue'
import PartnerCallSheet from './workbook/PartnerCallSheet.vue'

/** A handout before it is put on pages. */
export interface Handout {
  /** Name of its files, without ending. */
  name: 'facilitator-guide' | 'pocket-sheet' | 'workbook' | 'results' | SiteSheet['name']
  title: string
  /** Stands at the head of every page: on the left what it is, on the right whose or when. */
  head: readonly [left: string, right: string]
  /** HTML of the body. */
  body: string
}

/** The handouts of a kit. */
export async function renderHandouts(kit: Kit): Promise<Handout[]> {
  const times = `${kit.format} minutes from ${clockText(kit.start)}`
  return Promise.all([
    handout('facilitator-guide', 'The Fork, facilitator guide', ['The Fork, facilitator guide', `Facilitator only, ${times}`], FacilitatorGuide, kit),
    handout('pocket-sheet', 'The Fork, pocket sheet', ['', ''], PocketSheet, kit),
    handout('workbook', 'The Fork, workbook', ['The Fork', 'Workbook'], kit.format === reunionFormat ? ReunionWorkbook : Workbook, kit),
    // The reunion has no sponsor page: nobody is asked for a first yes there.
    ...kit.format === reunionFormat ? [] : [handout('sponsor-page', 'The Fork, sponsor page', ['The Fork', 'For whoever is asked for the yes'], SponsorPage, kit)],
  ])
}

/** What the room of a session found, as a poster; where its map's stations stand is known once it was laid out. */
export async function renderPoster(session: TellableSession, { format, slides }: { format: Kit['format'], slides: readonly Pick<KitSlide, 'section' | 'poll' | 'exercise'>[] }, places: PosterPlaces | null): Promise<Handout> {
  const sections = posterSections(format, slides, session)
  const body = await renderToString(createSSRApp(ResultsPoster, { session, sections, places }))
  return { name: 'results', title: 'The Fork: what this room found', head: ['', ''], body }
}

async function handout(name: Handout['name'], title: string, head: Handout['head'], component: Component, kit: Kit): Promise<Handout> {
  return { name, title, head, body: await renderToString(createSSRApp(component, { kit })) }
}

const pages: Record<SiteSheet['name'], () => VNode> = {
  'sponsor-page': () => h(SponsorPage),
  'asking-guide': () => h(AskingGuide, { level: 1 }),
  'partner-call': () => h(PartnerCallSheet, { level: 1 }),
}

/** The sheets that stand on the site as pages of their own. */
export async function renderSiteSheets(): Promise<Handout[]> {
  return Promise.all(siteSheets.map(async ({ name, title }) => {
    const page = createSSRApp(() => h(SheetPage, pages[name]))
    return { name, title: `The Fork: ${title}`, head: ['The Fork', title] as const, body: await renderToString(page) }
  }))
}
