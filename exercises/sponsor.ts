/** A heading of the sponsor page and what stands under it. */
export interface SponsorPart { title: string, lines: readonly string[] }

/** One sheet for whoever is asked for the yes. Participants hand it over, so it holds nothing that they may not read. */
export const sponsorPage = {
  title: 'You are asked for a yes',
  lead: 'Somebody you work with wants to try a piece of another job: work with people, or work with systems. It takes four to twelve weeks and ends on a date. They need your yes, and some room in their week.',
  agreed: ['The trial', 'First day', 'Last day', 'Their hours a week', 'What makes room, and who takes it over', 'Half-way talk on', 'Talk at the end on'],
  parts: [
    {
      title: 'What it is',
      lines: [
        'Real work with a first day and a last day. It is no promotion, no review and no promise of a role.',
        'They chose it in a workshop on two kinds of senior work. Nobody was told there what they are, or what they should become.',
        'On their card stand what they will do, what others would see if it went well, and what would make them say no. Ask them to read these three to you.',
      ],
    },
    {
      title: 'What a yes costs',
      lines: [
        'Your time: about twenty minutes to agree, ten half-way, thirty at the end. That is one hour in all.',
        'Their time: a number of hours a week that you both write down. Trials on the menu go from one meeting a week to two half-days a week; a few take the place of a whole project.',
      ],
    },
    {
      title: 'What to take off their plate',
      lines: [
        'Name one thing that waits, goes to somebody else or is dropped until the last day. Tell those who will notice that you decided it.',
        'If nothing can go, make the trial smaller before it starts. Done on top of a full week, it shows only how tired somebody gets.',
      ],
    },
    {
      title: 'Half-way: one question',
      lines: ['“What should be different in the second half?” Then listen for ten minutes. If what would make them say no has happened, stopping is a good result.'],
    },
    {
      title: 'Never ask for scores or forecasts',
      lines: [
        'In the workshop they rated what work does to their energy, and wrote down how the trial will feel. Both were promised to stay theirs. Do not ask for either, not even as a joke.',
        'Do not use the trial to rate somebody, or to choose between people.',
      ],
    },
    {
      title: 'At the end',
      lines: [
        'It ends on its last day, also if it goes well. Ask what they want next: more of it, less of it, or work from the other side.',
        'Tell them one thing you saw, with an example. Then agree on the next step and its date. Going back to the old work is as good an answer as going on, and nothing of it goes on their record.',
      ],
    },
    {
      title: 'If you cannot say yes',
      lines: ['Say so now. Name what would have to happen first, and the day on which they may ask again. If you have to stop the trial early, tell them the same day, and why.'],
    },
  ] satisfies SponsorPart[],
} as const
