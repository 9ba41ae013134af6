import { organisation, type SamplePerson } from '../organisation.ts';
import { botId, channelById, personalConversationId, team, userId } from '../team.ts';

/** What Teams says of a conversation: its address, without the thread, and the thread when it names one. */
export interface Place {
  readonly conversationId: string;
  readonly threadId?: string;
  readonly channelId?: string;
  readonly person?: SamplePerson;
}

/** Reads `19:…@thread.tacv2;messageid=…` and `a:1…`; undefined for an address that nobody has. */
export function findPlace(address: string, people: readonly SamplePerson[]): Place | undefined {
  const [conversationId = '', ...rest] = address.split(';');
  const threadId = rest.find((part) => part.startsWith('messageid='))?.slice('messageid='.length);
  if (channelById(conversationId)) {
    return { conversationId, channelId: conversationId, ...(threadId ? { threadId } : {}) };
  }
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
