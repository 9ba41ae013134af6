import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import type { ConversationStore } from './ports.ts';

export function sqlConversationStore({ db }: { readonly db: Kysely<Database> }): ConversationStore {
  return {
    async remember({ personId, organisationId }, { conversationId, serviceUrl, place, left }, now) {
      const blockedAt = left ? now : null;
      const changed = sql`(conversation.person_id IS DISTINCT FROM excluded.person_id
          OR conversation.place IS DISTINCT FROM excluded.place
          OR conversation.service_url <> excluded.service_url
          OR (conversation.blocked_at IS NULL) <> (excluded.blocked_at IS NULL))`;
      // To the day where nothing else is new: the moment at which somebody writes to the bot would stand beside that of
      // a question without a name.
      await sql`
        INSERT INTO conversation (organisation_id, conversation_id, person_id, place, service_url, renewed_at, blocked_at)
        VALUES (${organisationId}, ${conversationId}, ${place === undefined ? personId : null}, ${place ?? null},
          ${serviceUrl}, ${now}, ${blockedAt})
        ON CONFLICT (organisation_id, conversation_id) DO UPDATE SET person_id = excluded.person_id,
          place = excluded.place, service_url = excluded.service_url, blocked_at = excluded.blocked_at,
          renewed_at = CASE WHEN ${changed} THEN excluded.renewed_at
            ELSE date_trunc('day', excluded.renewed_at, 'UTC') END
        WHERE ${changed} OR conversation.renewed_at < excluded.renewed_at - interval '1 day'
      `.execute(db);
    },
  };
}
