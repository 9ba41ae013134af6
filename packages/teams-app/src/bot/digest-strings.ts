/** What the bot says in digests and in the settings of its messages. */
export const digestWords = {
  title: 'What is new for you',
  titleHere: (community: string) => `What is new in ${community}`,
  waiting: 'Waiting for an answer',
  solved: 'Solved lately',
  practices: 'New and changed practices',
  needsYou: 'Needs you',
  nothing: 'Nothing new since you last looked. Quiet weeks are fine.',
  notHere: 'No community meets here yet. Connect one, and I can say what is new in it.',
  settings: 'What I am told',
  needs: {
    'asked-for-help': (count: number) => (count === 1 ? 'Can you help?' : `Can you help with ${count} questions?`),
    invitation: (count: number) => (count === 1 ? 'An invitation' : `${count} invitations`),
    'requests-to-admit': (count: number) => (count === 1 ? 'Somebody asks to join' : `${count} people ask to join`),
    'practices-to-endorse': (count: number) =>
      count === 1 ? 'A practice waits for an endorsement' : `${count} practices wait for an endorsement`,
    'reviews-due': (count: number) =>
      count === 1 ? 'A practice is due for review' : `${count} practices are due for review`,
    'terms-over': (count: number) =>
      count === 1 ? 'The term of a role is over' : `The terms of ${count} roles are over`,
    'own-drafts': (count: number) => (count === 1 ? 'A draft of yours' : `${count} drafts of yours`),
  },
} as const;

export const settingsWords = {
  title: 'What I write to you, and when',
  text: 'I write in your working hours only, and put things together where I can. Each message says why it came.',
  away: 'You are away: I hold everything until you are back.',
  snoozed: (topics: string) => `You are not asked for help about: ${topics}`,
  save: 'Save',
  saved: 'Saved. It holds from now on.',
  old: 'This changed somewhere else in the meantime. Here is how it stands now.',
  notHere: 'Your settings are between the two of us. Write *settings* in our private chat.',
  more: 'More, in Copse',
  /** How one community differs from the others. */
  one: 'One community otherwise',
  otherwise: (names: string) => `With choices of their own: ${names}`,
  which: 'Which community?',
  community: 'Community',
  chooseCommunity: 'Choose a community.',
  show: 'Show',
  back: 'Back',
  titleOf: (community: string) => `What I write to you from ${community}`,
  textOf: 'What you choose here goes before what holds for all communities.',
  asUsual: (time: string) => `As usual (${time})`,
  notYours: 'You take part in no community of that name. Write *settings* to see what holds for all.',
} as const;
