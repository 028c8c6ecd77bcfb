export type ClaimKind = 'journal article' | 'working paper' | 'survey' | 'organisation page' | 'one practitioner'

/** One finding or opinion the deck leans on, and how far it may be trusted. */
export interface Claim {
  /** Stands in a slide's `claim` or `claims`, and never changes once printed. */
  id: string
  /** What was found or said, in one or two plain sentences; figures exactly as published. */
  claim: string
  source: string
  kind: ClaimKind
  /** A: article or major working paper, abstract read. B: an organisation's own page or survey, read. C: one practitioner's own page, read. D: second-hand. */
  grade: 'A' | 'B' | 'C' | 'D'
  /** Where it stops being an answer to the reader's question. */
  doesNotShow: string
}

/** Everything the deck cites. A figure on a slide stands in one of these claims, or it does not stand on the slide. */
export const claims: readonly Claim[] = [
  {
    id: 'E1',
    claim: 'Manager and tech lead are two jobs of equal rank. Choose by which work costs you least, after trying it.',
    source: 'Engineering Manager vs Tech Lead: What\'s Actually Different, lawzava.com, 2017',
    kind: 'one practitioner',
    grade: 'C',
    doesNotShow: 'One person, one small fintech start-up. This workshop starts from it and argues with it.',
  },
  {
    id: 'F1',
    claim: 'People who put themselves forward to be in charge did worse than managers picked by lottery, partly from overconfidence about their social skills.',
    source: 'Weidmann et al., How Do You Find a Good Manager?, NBER working paper 32699',
    kind: 'working paper',
    grade: 'A',
    doesNotShow: 'Tasks in a lab, groups of three, no engineers.',
  },
  {
    id: 'F2',
    claim: 'Firms promoted their best sellers although other traits predicted better managers. Strong sales before promotion went with falling sales among the new reports.',
    source: 'Benson, Li, Shue, Promotions and the Peter Principle, Quarterly Journal of Economics 134(4), 2019',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'Sales people, not software engineers.',
  },
  {
    id: 'F3',
    claim: 'Fit between interests and job goes with performance at about .32; interest scores alone at .16. Pooled from 92 studies.',
    source: 'Nye, Su, Rounds, Drasgow, Interest congruence and performance, 2017',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'Most of performance: .32 is about a tenth of the variance.',
  },
  {
    id: 'F4',
    claim: 'Interests go with job satisfaction at .11 [.09, .13]. Pooled from 107 studies, N = 38,695.',
    source: 'A meta-analysis of vocational interests and job satisfaction: challenging a common belief',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'The last word: an older review of 93 studies says .24. Weak to modest, either way.',
  },
  {
    id: 'F5',
    claim: 'Trained skill that goes unused fades: about −0.1 SD at once, −1.4 SD after more than a year. Thinking tasks fade more than physical ones.',
    source: 'Arthur, Bennett, Stanush, McNelly, Human Performance 11, 1998',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'Trained tasks. No programmers among them.',
  },
  {
    id: 'F6',
    claim: 'Half of a gain from practice is lost after roughly 6.5 months (accuracy) to 13 months (speed). Pooled from 457 reports.',
    source: 'Tatel & Ackerman, Procedural skill retention and decay, doi 10.1037/bul0000481',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'Skills in which hands take part. It does not time how programming fades.',
  },
  {
    id: 'F7',
    claim: 'Honest previews of a job go with better performance and less quitting. Pooled from 40 studies.',
    source: 'Phillips, Academy of Management Journal 41(6), 1998',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'New hires, not people who change jobs inside a company.',
  },
  {
    id: 'F8',
    claim: 'People misremember their own forecasts of how they would feel. Shown the real forecast, they learn. 5 studies.',
    source: 'Meyvis, Ratner, Levav, J. Exp. Psychology: General 139(4), 2010',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'Elections, sport and purchases, not jobs.',
  },
  {
    id: 'F9',
    claim: 'The memory of an unpleasant feeling fades faster than that of a pleasant one.',
    source: 'Walker, Skowronski, Thompson, Review of General Psychology 7(2), 2003',
    kind: 'journal article',
    grade: 'A',
    doesNotShow: 'Anything about trials at work. It is a reason to keep a log during one.',
  },
  {
    id: 'F10',
    claim: 'A US manager had 10.9 reports on average in 2024 and 12.1 in 2025. The median stays at five to six.',
    source: 'Gallup, Span of control',
    kind: 'survey',
    grade: 'B',
    doesNotShow: 'All sectors, not software. Read the median beside the average.',
  },
  {
    id: 'F14',
    claim: '82% of people entering UK management had no formal training.',
    source: 'CMI / YouGov, October 2023',
    kind: 'survey',
    grade: 'B',
    doesNotShow: 'What came later: about a third never had any. All sectors, not engineering.',
  },
  {
    id: 'F18',
    claim: 'Leaders move delivery through the practices they make possible, not directly.',
    source: 'DORA, Transformational leadership',
    kind: 'survey',
    grade: 'B',
    doesNotShow: 'Cause: these are correlations between answers in a survey.',
  },
  {
    id: 'F19',
    claim: 'One open career ladder has the tech lead coding 30–70% of the time and the manager 0–30%.',
    source: 'jorgef, Engineering ladders',
    kind: 'one practitioner',
    grade: 'C',
    doesNotShow: 'A convention somebody wrote down, not a measurement.',
  },
  {
    id: 'F20',
    claim: 'The same open ladder lets one person do both jobs if the team is small or the person is experienced at both.',
    source: 'jorgef, Engineering ladders',
    kind: 'one practitioner',
    grade: 'C',
    doesNotShow: 'How often that works out.',
  },
  {
    id: 'F22',
    claim: 'The best line managers are never more than two or three years from hands-on work. People who do both jobs well do them in turn, not at once.',
    source: 'Majors, The Engineer/Manager Pendulum, 2017',
    kind: 'one practitioner',
    grade: 'C',
    doesNotShow: 'An opinion from experience. Nobody counted.',
  },
  {
    id: 'F24',
    claim: 'Calling management "not a promotion" while paying managers more and giving them the decisions is hypocrisy.',
    source: 'Majors, 2020',
    kind: 'one practitioner',
    grade: 'C',
    doesNotShow: 'What your company pays. It is a question to ask there.',
  },
  {
    id: 'F25',
    claim: 'There are four archetypes of staff engineer, and the tech lead was in every company seen.',
    source: 'Larson, Staff archetypes',
    kind: 'one practitioner',
    grade: 'C',
    doesNotShow: 'One author\'s interviews.',
  },
  {
    id: 'F27',
    claim: 'The double role suits experienced managers. First-timers land in it by accident and dislike it.',
    source: 'Nakazawa, Mastering tech lead management',
    kind: 'one practitioner',
    grade: 'C',
    doesNotShow: 'One view. It is here because it speaks against calling the role a trap.',
  },
  {
    id: 'F28',
    claim: 'In one public framework the manager is ultimately accountable for the team\'s technical decisions and architecture.',
    source: 'Dropbox engineering career framework',
    kind: 'organisation page',
    grade: 'B',
    doesNotShow: 'Who holds this in your company. Ask there.',
  },
  {
    id: 'F29',
    claim: 'Promotion asks for sustained work at the next level, already shown.',
    source: 'Dropbox engineering career framework; Engineering ladders FAQ',
    kind: 'organisation page',
    grade: 'B',
    doesNotShow: 'Two written frameworks. What a company writes and what it does may differ.',
  },
  {
    id: 'F30',
    claim: 'Google trains new managers 45 to 90 days into the role, once there is something to reflect on.',
    source: 're:Work, new manager facilitator guide',
    kind: 'organisation page',
    grade: 'B',
    doesNotShow: 'That day 90 is the right day. It is one company\'s practice.',
  },
]

const byId = new Map(claims.map(claim => [claim.id, claim]))

/** The claim with this id, or `undefined` when the ledger has none. */
export function claimById(id: string): Claim | undefined {
  return byId.get(id)
}
