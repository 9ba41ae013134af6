import type { Role } from './role.ts';

export const formats = ['formal-network', 'informal-gathering', 'online-forum'] as const;
export type Format = (typeof formats)[number];
/** Who may come in: anybody at once, anybody whom the community admits, only people who were invited. */
export const entries = ['open', 'on-request', 'by-invitation'] as const;
export type Entry = (typeof entries)[number];
/** Whether people of partner organisations (guests) may see and join it. */
export const reaches = ['organisation', 'partners'] as const;
export type Reach = (typeof reaches)[number];

export const archetypes = [
  'research-community',
  'leadership-circle',
  'advocacy-group',
  'guild',
  'employee-resource-group',
  'forum',
] as const;
export type ArchetypeName = (typeof archetypes)[number];

/** What choosing an archetype sets in one step. All of it may be changed afterwards. */
export type Archetype = {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  readonly format: Format;
  readonly visibility: Entry;
  readonly cadence: string;
  readonly rolesWanted: readonly Role[];
  readonly firstSteps: readonly string[];
};

export const archetypeOf: Readonly<Record<ArchetypeName, Archetype>> = {
  'research-community': {
    name: 'Research community',
    summary: 'People who work on open problems share findings early and solve hard parts together.',
    example: 'Researchers of an AI laboratory',
    format: 'formal-network',
    visibility: 'open',
    cadence: 'A working session every week, a reading session every month',
    rolesWanted: ['coordinator', 'knowledge-steward', 'expert'],
    firstSteps: [
      'Write down the three open problems that matter most',
      'Invite the five people who know them best',
      'Hold a first session on one problem, and keep what you learned as a practice',
    ],
  },
  'leadership-circle': {
    name: 'Leadership circle',
    summary: 'Leaders of different departments meet in a small, trusted group and rotate who leads it.',
    example: 'Team leads across departments',
    format: 'informal-gathering',
    visibility: 'by-invitation',
    cadence: 'One hour every two weeks',
    rolesWanted: ['facilitator', 'sponsor'],
    firstSteps: [
      'Agree what stays in the room',
      'Invite six to eight people from different departments',
      'Choose who leads the first three meetings',
    ],
  },
  'advocacy-group': {
    name: 'Advocacy group',
    summary: 'People who care about a cause turn ideas into actions and pledges.',
    example: 'Colleagues for environmental practice',
    format: 'online-forum',
    visibility: 'open',
    cadence: 'One action every month',
    rolesWanted: ['facilitator', 'sponsor', 'knowledge-broker'],
    firstSteps: [
      'Say in one sentence what should be different in a year',
      'Choose a first action that everyone can do in a week',
      'Find a sponsor who can remove one barrier',
    ],
  },
  guild: {
    name: 'Guild',
    summary: 'People of one craft from many teams keep and improve how the craft is done.',
    example: 'Front-end engineers of all product teams',
    format: 'formal-network',
    visibility: 'open',
    cadence: 'A meeting every two weeks',
    rolesWanted: ['facilitator', 'knowledge-steward', 'mentor'],
    firstSteps: [
      'Collect what each team does differently today',
      'Write the first practice that everyone can agree on',
      'Offer one hour a week in which newcomers can ask',
    ],
  },
  'employee-resource-group': {
    name: 'Employee resource group',
    summary: 'People with something in common find belonging, support and a voice.',
    example: 'Parents at work, first-generation professionals',
    format: 'informal-gathering',
    visibility: 'on-request',
    cadence: 'A gathering every month',
    rolesWanted: ['facilitator', 'sponsor', 'mentor'],
    firstSteps: [
      'Agree how people are kept safe here',
      'Welcome each new member personally',
      'Find a sponsor in the management',
    ],
  },
  forum: {
    name: 'Forum',
    summary: 'A place to ask and to answer, with no meetings and no obligations.',
    example: 'Questions about spreadsheets',
    format: 'online-forum',
    visibility: 'open',
    cadence: 'Whenever somebody asks',
    rolesWanted: ['knowledge-steward', 'expert'],
    firstSteps: [
      'Write what belongs here and what does not',
      'Ask and answer three questions that come up often',
      'Name two people who look in every working day',
    ],
  },
};

export const formatNames: Readonly<Record<Format, string>> = {
  'formal-network': 'Formal network',
  'informal-gathering': 'Informal gathering',
  'online-forum': 'Online forum',
};
export const entryNames: Readonly<Record<Entry, string>> = {
  open: 'Open to all',
  'on-request': 'On request',
  'by-invitation': 'By invitation',
};
export const reachNames: Readonly<Record<Reach, string>> = {
  organisation: 'This organisation',
  partners: 'Partners too',
};
