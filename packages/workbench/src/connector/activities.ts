import { organisation, type SamplePerson } from '../organisation.ts';
import { botId, channelById, type Chat, chatById, personalConversationId, team, userId } from '../team.ts';

/** What Teams says of a conversation: its address, without the thread, and the thread when it names one. */
export interface Place {
  readonly conversationId: string;
  readonly threadId?: string;
  readonly channelId?: string;
  readonly chat?: Chat;
  readonly person?: SamplePerson;
}

/** What an installation is remembered by: the team, a chat, or a person. */
export const installedAs = ({ chat, person }: Pick<Place, 'chat' | 'person'>): string =>
  person?.key ?? (chat ? `chat:${chat.key}` : 'team');

/** Whether this person is there: in their own chat with the bot, in a chat they are part of, in the team of all. */
export const isIn = (person: SamplePerson, place: Place): boolean =>
  place.person ? place.person === person : !place.chat || place.chat.members.includes(person.key);

/** Who reads what is written there. */
export const membersOf = (place: Place, people: readonly SamplePerson[]): readonly SamplePerson[] =>
  people.filter((person) => isIn(person, place));

/** Reads `19:…@thread.tacv2;messageid=…`, `19:…@thread.v2` and `a:1…`; undefined for an address that nobody has. */
export function findPlace(address: string, people: readonly SamplePerson[]): Place | undefined {
  const [conversationId = '', ...rest] = address.split(';');
  const threadId = rest.find((part) => part.startsWith('messageid='))?.slice('messageid='.length);
  if (channelById(conversationId)) {
    return { conversationId, channelId: conversationId, ...(threadId ? { threadId } : {}) };
  }
  const chat = chatById(conversationId);
  if (chat) return { conversationId, chat };
  const person = people.find((candidate) => personalConversationId(candidate) === conversationId);
  return person ? { conversationId, person } : undefined;
}

const languageOf = (person: SamplePerson) => ({ locale: person.locale, country: person.locale.split('-')[1] ?? 'US' });

/** The parts that every activity of the Teams channel carries, whoever sent it. */
export function envelope(person: SamplePerson, place: Place, serviceUrl: string, id: string, now = new Date()) {
  const channel = place.channelId ? channelById(place.channelId) : undefined;
  return {
    id,
    timestamp: now.toISOString(),
    localTimestamp: now.toISOString(),
    localTimezone: person.timeZone,
    locale: person.locale,
    channelId: 'msteams',
    serviceUrl,
    from: { id: userId(person), name: person.name, aadObjectId: person.objectId },
    recipient: { id: botId, name: 'Copse' },
    conversation: channel
      ? {
          id: place.threadId ? `${channel.id};messageid=${place.threadId}` : channel.id,
          isGroup: true,
          conversationType: 'channel',
          tenantId: organisation.tenantId,
          name: channel.name,
        }
      : place.chat
        ? {
            id: place.chat.id,
            isGroup: true,
            conversationType: 'groupChat',
            tenantId: organisation.tenantId,
            name: place.chat.name,
          }
        : { id: place.conversationId, conversationType: 'personal', tenantId: organisation.tenantId },
    entities: [{ type: 'clientInfo', platform: 'Web', timezone: person.timeZone, ...languageOf(person) }],
    channelData: {
      tenant: { id: organisation.tenantId },
      ...(channel
        ? {
            teamsChannelId: channel.id,
            teamsTeamId: team.id,
            channel: { id: channel.id, name: channel.name },
            team: { id: team.id, name: team.name, aadGroupId: team.groupId },
          }
        : {}),
    },
  };
}

/** A person as the roster end points describe them. */
export const rosterEntry = (person: SamplePerson) => ({
  id: userId(person),
  name: person.name,
  givenName: person.name.split(' ')[0],
  surname: person.name.split(' ').slice(1).join(' '),
  email: person.email,
  userPrincipalName: person.email,
  objectId: person.objectId,
  aadObjectId: person.objectId,
  tenantId: organisation.tenantId,
  userRole: person.part === 'guest' ? 'guest' : 'user',
});
