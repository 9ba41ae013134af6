import type {
  CommunityCard,
  CommunityView,
  MeView,
  PersonView,
  PracticeCard,
  PracticeView,
  SearchHit,
} from '@copse/core/contracts';
import { linksFor } from '../src/bot/links.ts';
import type { Viewer } from '../src/bot/cards/viewer.ts';

const COMMUNITY = '0198c2a0-0000-7000-8000-000000000001';
const PRACTICE = '0198c2a0-0000-7000-8000-000000000002';
const PERSON = '0198c2a0-0000-7000-8000-000000000003';

const noAbilities: CommunityView['abilities'] = {
  join: false,
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
  ask: false,
  moderate: false,
  scheduleGathering: false,
};

export const links = linksFor({
  teamsAppId: '11111111-2222-4333-8444-555555555555',
  publicUrl: 'https://copse.example.com',
  appId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
});

export const inPrivate: Viewer = { links, teamsId: '29:mara', place: { kind: 'personal' } };
export const inChannel: Viewer = {
  links,
  teamsId: '29:mara',
  place: { kind: 'teams-channel', externalId: '19:team|19:channel', name: 'Engineering commons › Accessibility' },
};

export const aCommunityCard = (over: Partial<CommunityCard> = {}): CommunityCard => ({
  id: COMMUNITY,
  name: 'Accessibility guild',
  purpose: 'We make sure that everybody can use what we build, and that nobody has to be an expert to get it right.',
  topics: ['accessibility', 'design systems', 'screen readers'],
  archetype: 'guild',
  format: 'formal-network',
  visibility: 'open',
  reach: 'organisation',
  stage: 'maturing',
  memberCount: 42,
  practiceCount: 7,
  foundedAt: '2026-01-12T09:00:00.000Z',
  standing: 'none',
  abilities: { join: true, requestToJoin: false, leave: false, ask: false },
  ...over,
});

export const aCommunityView = (over: Partial<CommunityView> = {}): CommunityView => ({
  ...aCommunityCard(),
  domain: '',
  practice: '',
  charter: '',
  cadence: 'Every second Thursday, 14:00',
  firstSteps: [],
  stageHistory: [],
  connections: [],
  roleHolders: [
    {
      person: { id: PERSON, name: 'Mara Lindqvist', guest: false },
      role: 'coordinator',
      since: '2026-01-12T09:00:00.000Z',
      overdue: false,
    },
    {
      person: { id: PERSON, name: 'Priya Raman', affiliation: 'Brightwater Ltd', guest: true },
      role: 'expert',
      since: '2026-02-01T09:00:00.000Z',
      overdue: false,
    },
  ],
  rolesWanted: [],
  myRoles: [],
  asCaretaker: false,
  revision: 3,
  ...over,
  abilities: { ...noAbilities, join: true, ...over.abilities },
});

export const ableTo = (...able: (keyof CommunityView['abilities'])[]): CommunityView['abilities'] => ({
  ...noAbilities,
  ...Object.fromEntries(able.map((name) => [name, true])),
});

export const aPracticeCard = (over: Partial<PracticeCard> = {}): PracticeCard => ({
  id: PRACTICE,
  community: { id: COMMUNITY, name: 'Accessibility guild' },
  title: 'Test with a keyboard before you ask for a review',
  summary: 'Five minutes with the keyboard find most of what an audit would find.',
  topics: ['accessibility'],
  life: 'in-use',
  visibility: 'organisation',
  owner: { id: PERSON, name: 'Mara Lindqvist', guest: false },
  endorsementCount: 5,
  teamCount: 3,
  reviewDue: false,
  updatedAt: '2026-03-02T09:00:00.000Z',
  abilities: { endorse: true, recordAdoption: true },
  ...over,
});

export const aPracticeView = (over: Partial<PracticeView> = {}): PracticeView => ({
  ...aPracticeCard(),
  context: 'Every change to a screen, **before** the review.',
  body: '## How\n\n1. Unplug the mouse.\n2. Reach every control with Tab.\n   - Is the focus visible?\n   - Is the order the order of reading?\n3. Close what you opened with Escape.\n\n> If you get lost, so will others.\n\nSee the [guide](https://example.com/guide).',
  contributors: [],
  endorsements: [],
  endorsedByMe: false,
  adoptions: [],
  adoptionCount: 0,
  lifeSince: '2026-02-02T09:00:00.000Z',
  version: 2,
  createdAt: '2026-01-20T09:00:00.000Z',
  revision: 4,
  ...over,
  abilities: {
    endorse: true,
    takeBackEndorsement: false,
    recordAdoption: true,
    edit: false,
    entrust: false,
    credit: false,
    report: false,
    life: [],
    ...over.abilities,
  },
});

export const aHit = (over: Partial<SearchHit> = {}): SearchHit => ({
  kind: 'community',
  id: COMMUNITY,
  title: 'Accessibility guild',
  markedTitle: [
    { text: 'Accessibility', match: true },
    { text: ' guild', match: false },
  ],
  snippet: [
    { text: 'We make sure that everybody can use what we build: ', match: false },
    { text: 'accessibility', match: true },
    { text: ' for all.', match: false },
  ],
  topics: ['accessibility'],
  ...over,
});

export const aPerson = (over: Partial<PersonView> = {}): PersonView => ({
  id: PERSON,
  name: 'Jonas Weber',
  guest: false,
  serviceAccount: false,
  abilities: { markServiceAccount: false },
  timeZone: 'Europe/Berlin',
  interests: ['test automation', 'accessibility'],
  skills: [
    { topic: 'playwright', level: 'can-teach' },
    { topic: 'screen readers', level: 'wants-to-learn' },
  ],
  challenge: 'Flaky tests on Mondays',
  languages: ['en', 'de'],
  ...over,
});

export const me = (over: Partial<MeView> = {}): MeView => ({
  id: PERSON,
  name: 'Mara Lindqvist',
  guest: false,
  administrator: false,
  serviceAccount: false,
  timeZone: 'Europe/Stockholm',
  workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  languages: ['en'],
  interests: ['accessibility', 'mentoring'],
  skills: [{ topic: 'user research', level: 'practises' }],
  profileStarted: true,
  accounts: [
    { kind: 'entra', label: 'mara@harbour.example', linkedAt: '2026-01-01T09:00:00.000Z', current: true },
    { kind: 'atlassian', label: 'harbour.atlassian.example', linkedAt: '2026-01-02T09:00:00.000Z', current: false },
  ],
  organisation: { id: PERSON, name: 'Harbour Works' },
  revision: 1,
  abilities: { administer: false, foundCommunity: true },
  ...over,
});
