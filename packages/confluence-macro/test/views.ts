import type {
  AnswerView,
  CommunityCard,
  CommunityView,
  PracticeCard,
  PracticeView,
  QuestionCard,
  QuestionView,
} from '@copse/core/contracts';

/** Views as the service sends them, with what a test cares about put over. */
export const id = (number: number) => `01890a5d-ac96-774b-bcce-${String(number).padStart(12, '0')}`;

const jonas = { id: id(901), name: 'Jonas Keller', affiliation: 'Digital services', guest: false };
const mara = { id: id(902), name: 'Mara Vogel', affiliation: 'Product design', guest: false };

export const aCommunityCard = (over: Partial<CommunityCard> = {}): CommunityCard => ({
  id: id(1),
  name: 'Accessibility guild',
  purpose: 'Everyone can use what we build.',
  topics: ['accessibility', 'wcag'],
  archetype: 'guild',
  format: 'formal-network',
  visibility: 'open',
  reach: 'organisation',
  stage: 'maturing',
  memberCount: 45,
  practiceCount: 3,
  foundedAt: '2026-01-05T09:00:00.000Z',
  standing: 'none',
  abilities: { join: true, requestToJoin: false, leave: false },
  ...over,
});

export const aCommunity = (over: Partial<CommunityView> = {}): CommunityView => ({
  ...aCommunityCard(),
  domain: 'Tools for **people** of all abilities.',
  practice: '',
  charter: '# Why\n\nNobody should need a favour.\n\n- [x] agreed',
  cadence: 'A meeting every two weeks',
  firstSteps: [
    { text: 'Collect what each team does', done: true },
    { text: 'Write the first practice', done: false },
  ],
  stageHistory: [],
  connections: [
    {
      id: id(70),
      kind: 'teams-channel',
      externalId: 'a|b',
      name: 'General',
      url: 'https://teams.microsoft.com/l/channel/x',
    },
    { id: id(71), kind: 'confluence-space', externalId: '555', name: 'Handbook' },
  ],
  roleHolders: [
    { person: mara, role: 'facilitator', since: '2026-01-05T09:00:00.000Z', overdue: false },
    {
      person: jonas,
      role: 'coordinator',
      since: '2026-01-05T09:00:00.000Z',
      until: '2026-12-31T09:00:00.000Z',
      overdue: false,
    },
  ],
  rolesWanted: ['sponsor'],
  myRoles: [],
  revision: 3,
  abilities: {
    join: true,
    requestToJoin: false,
    withdrawRequest: false,
    acceptInvitation: false,
    leave: false,
    edit: false,
    changeStage: false,
    close: false,
    reopen: false,
    connect: false,
    admit: false,
    invite: false,
    removeMember: false,
    grantRoles: false,
    handOver: false,
    draftPractice: false,
    moderate: false,
  },
  ...over,
});

export const aPracticeCard = (over: Partial<PracticeCard> = {}): PracticeCard => ({
  id: id(21),
  community: { id: id(1), name: 'Accessibility guild' },
  title: 'Keyboard walk-through before every release',
  summary: 'One person goes through a feature with the keyboard alone.',
  topics: ['testing'],
  life: 'in-use',
  visibility: 'organisation',
  owner: mara,
  endorsementCount: 4,
  teamCount: 1,
  reviewBy: '2027-01-15',
  reviewDue: false,
  updatedAt: '2026-10-02T09:00:00.000Z',
  abilities: { endorse: true, recordAdoption: true },
  ...over,
});

export const aPractice = (over: Partial<PracticeView> = {}): PracticeView => ({
  ...aPracticeCard(),
  context: 'Teams without a tester.',
  body: '## Steps\n\n1. Unplug the mouse\n2. Watch',
  contributors: [{ person: jonas, credit: 'reviewer' }],
  endorsements: [{ person: jonas, version: 3, note: 'We found eleven problems.', at: '2026-10-03T09:00:00.000Z' }],
  endorsedByMe: false,
  adoptionCount: 1,
  adoptions: [
    {
      id: id(60),
      by: jonas,
      kind: 'uses',
      team: 'Cordless firmware',
      outcome: 'helped',
      story: 'It takes **20 minutes**.',
      measure: { name: 'Problems after release', before: 14, after: 3, unit: 'per month' },
      at: '2026-10-20T09:00:00.000Z',
      abilities: { takeBack: false },
    },
  ],
  lifeSince: '2026-10-02T09:00:00.000Z',
  version: 3,
  createdAt: '2026-03-02T09:00:00.000Z',
  revision: 5,
  abilities: {
    endorse: true,
    takeBackEndorsement: false,
    recordAdoption: true,
    edit: false,
    entrust: false,
    credit: false,
    life: [],
  },
  ...over,
});

export const aQuestionCard = (over: Partial<QuestionCard> = {}): QuestionCard => ({
  id: id(31),
  community: { id: id(1), name: 'Accessibility guild' },
  title: 'How do I announce that a table was sorted?',
  summary: 'The screen reader stays silent.',
  topics: ['screen readers'],
  state: 'accepted',
  visibility: 'organisation',
  author: { pseudonym: 'Asker', mine: true },
  askedAt: '2026-10-02T09:00:00.000Z',
  activeAt: '2026-10-03T09:00:00.000Z',
  answerCount: 1,
  meTooCount: 2,
  hidden: false,
  ...over,
});

export const anAnswer = (over: Partial<AnswerView> = {}): AnswerView => ({
  id: id(32),
  author: { person: mara, mine: false },
  text: 'With a **live region**.\n\n# Mind\n\nSay it once.',
  at: '2026-10-03T09:00:00.000Z',
  accepted: true,
  helpedCount: 3,
  helpedMe: false,
  comments: [],
  hidden: false,
  abilities: { accept: false, takeBackAcceptance: false, edit: false, helped: true, comment: true, report: true },
  ...over,
});

export const aQuestion = (over: Partial<QuestionView> = {}): QuestionView => ({
  ...aQuestionCard(),
  details: 'The screen reader stays *silent*.',
  comments: [],
  answers: [anAnswer()],
  meToo: false,
  askedCount: 0,
  revision: 2,
  abilities: {
    answer: true,
    comment: true,
    meToo: true,
    edit: false,
    close: false,
    reopen: false,
    markDuplicate: false,
    move: false,
    keepAsPractice: false,
    report: true,
    moderate: false,
  },
  ...over,
});
