import { organisation, people, type SamplePerson } from './organisation.ts';

/** The one team of the Teams window, and what its channels are for. */
export const team = {
  id: '19:5b3e7c0fa2d84f6e9c1d@thread.tacv2',
  groupId: 'e4c1a7d2-93b5-4f08-8d6e-0b7f25a9c381',
  name: 'Engineering commons',
  channels: [
    {
      key: 'general',
      id: '19:5b3e7c0fa2d84f6e9c1d@thread.tacv2',
      name: 'General',
      about: 'News for all of engineering',
    },
    {
      key: 'accessibility',
      id: '19:a1c6e2d94b7f40a38e5c@thread.tacv2',
      name: 'Accessibility',
      about: 'Products everybody can use',
    },
    { key: 'test-craft', id: '19:d07b8f31c5e24a96b2f4@thread.tacv2', name: 'Test craft', about: 'Tests we trust' },
  ],
} as const;

/** Chats of several people, and who is in each. */
export const chats: readonly Chat[] = [
  {
    key: 'captions',
    id: '19:c4f09a7d1e6b4825b3a0@thread.v2',
    name: 'Caption sprint',
    about: 'Four people who caption the spring demos',
    members: ['mara', 'jonas', 'tomas', 'helen'],
  },
];

export interface Chat {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** The keys of its people. Nobody else can read it. */
  readonly members: readonly string[];
}

export type Channel = (typeof team.channels)[number];

export const channelByKey = (key: string): Channel | undefined => team.channels.find((channel) => channel.key === key);
export const channelById = (id: string): Channel | undefined => team.channels.find((channel) => channel.id === id);

export const chatById = (id: string): Chat | undefined => chats.find((chat) => chat.id === id);

/** The address of a person and of the bot inside the channel, as the Bot Framework writes them. */
export const userId = (person: SamplePerson) => `29:1${person.objectId.replaceAll('-', '')}`;
export const botId = `28:${organisation.botAppId}`;

export const personByUserId = (id: string): SamplePerson | undefined =>
  people.find((person) => userId(person) === id || person.objectId === id);

export const personalConversationId = (person: SamplePerson) => `a:1${person.objectId.replaceAll('-', '')}`;
