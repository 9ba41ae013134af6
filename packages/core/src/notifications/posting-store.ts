import { type Kysely, type RawBuilder, sql } from 'kysely';
import { allows, capacitiesOf } from '../communities/permission.ts';
import type { Role } from '../communities/role.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import type { PostingStore } from './ports.ts';
import { type Posting, type PostingPlace, usualPosting, WEBHOOK } from './posting.ts';
import type { WebhookSeal } from './webhook-seal.ts';

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date; readonly webhookSeal: WebhookSeal };

type Row = {
  readonly visibility: 'open' | 'on-request' | 'by-invitation';
  readonly is_member: boolean;
  readonly roles: readonly { readonly role: Role; readonly until: string | null }[] | null;
  readonly places: readonly { readonly name: string; readonly last: PostingPlace['last'] | null }[] | null;
  readonly last_by_webhook: PostingPlace['last'] | null;
  readonly new_questions: boolean | null;
  readonly weekly_digest: boolean | null;
  readonly webhook_host: string | null;
  readonly sealed_webhook: Buffer | null;
  readonly webhook_since: Date | null;
};

/**
 * The newest settled post in a place of the community in scope. What was not to be posted, because it is shown there
 * already, is none.
 */
const lastPost = (place: RawBuilder<unknown>) => sql`(
  SELECT json_build_object('state', n.state, 'failure', n.failure) FROM notification n
  WHERE n.community_id = community.id AND n.place = ${place} AND n.settled_at IS NOT NULL
    AND NOT (n.state = 'expired' AND n.failure = 'done')
  ORDER BY n.created_at DESC LIMIT 1)`;

export function sqlPostingStore({ db, now, webhookSeal }: Deps): PostingStore {
  return {
    async find(actor, communityId) {
      const { rows } = await sql<Row>`
        SELECT community.visibility, posting.new_questions, posting.weekly_digest, posting.webhook_host,
          posting.sealed_webhook, posting.webhook_since,
          EXISTS (SELECT FROM membership m WHERE m.community_id = community.id AND m.person_id = ${actor.personId}
            AND m.state = 'member') AS is_member,
          (SELECT json_agg(json_build_object('role', g.role, 'until', g.until)) FROM role_grant g
            WHERE g.community_id = community.id AND g.person_id = ${actor.personId}) AS roles,
          (SELECT json_agg(json_build_object('name', connection.name, 'last', ${lastPost(sql`connection.external_id`)})
              ORDER BY connection.connected_at)
            FROM connection WHERE connection.community_id = community.id
              AND EXISTS (SELECT FROM conversation c WHERE c.organisation_id = community.organisation_id
                AND c.place = connection.external_id AND c.blocked_at IS NULL)) AS places,
          ${lastPost(sql`${WEBHOOK}`)} AS last_by_webhook
        FROM community LEFT JOIN posting ON posting.community_id = community.id
        WHERE community.id = ${communityId} AND ${visibleCommunity(actor)}
      `.execute(db);
      const [row] = rows;
      if (!row) return undefined;
      const posting = postingIn(communityId, row, webhookSeal);
      const byBot = (row.places ?? []).map(({ name, last }) => ({ name, by: 'bot', last: last ?? undefined }) as const);
      const byWebhook = posting.webhook
        ? [{ name: posting.webhook.host, by: 'webhook', last: row.last_by_webhook ?? undefined } as const]
        : [];
      const grants = (row.roles ?? []).map(({ role, until }) => ({ role, until: until ? new Date(until) : undefined }));
      const acting = { administrator: actor.administrator, member: row.is_member, roles: grants };
      return {
        posting,
        places: byBot.length > 0 ? byBot : byWebhook,
        mayEdit: allows(capacitiesOf(acting, row.visibility, now()), 'connect'),
      };
    },

    async save({ communityId, newQuestions, weeklyDigest, webhook }) {
      const row = {
        new_questions: newQuestions,
        weekly_digest: weeklyDigest,
        webhook_host: webhook?.host ?? null,
        sealed_webhook: webhook ? Buffer.from(webhookSeal.seal(webhook.url, communityId)) : null,
        webhook_since: webhook?.since ?? null,
      };
      await db
        .insertInto('posting')
        .values({ community_id: communityId, digest_at: null, ...row })
        .onConflict((conflict) => conflict.column('community_id').doUpdateSet(row))
        .execute();
    },
  };
}

function postingIn(communityId: string, row: Row, seal: WebhookSeal): Posting {
  const url = row.sealed_webhook ? seal.open(row.sealed_webhook, communityId) : undefined;
  return {
    communityId,
    newQuestions: row.new_questions ?? usualPosting.newQuestions,
    weeklyDigest: row.weekly_digest ?? usualPosting.weeklyDigest,
    webhook:
      url !== undefined && row.webhook_host && row.webhook_since
        ? { url, host: row.webhook_host, since: row.webhook_since }
        : undefined,
  };
}
