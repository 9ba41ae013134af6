import { type Kysely, sql } from 'kysely';
import type { CommunityId, IntroductionId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents, eventRows, writeEvents } from '../sql/outbox.ts';
import type { IntroductionEvent } from './events.ts';
import type { Part } from './introduction.ts';
import type { IntroductionStore } from './ports.ts';
import type { IntroductionTables } from './tables.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };
type AskedRow = { readonly id: string; readonly organisation_id: string; readonly community_id: string };

export function sqlIntroductionStore({ db, newId }: Deps): IntroductionStore {
  return {
    take: (actor, id, now, decide) =>
      db.transaction().execute(async (tx) => {
        // Two who answer at once: whoever comes second sees what the first one said.
        const found = await tx
          .selectFrom('introduction')
          .selectAll()
          .where('id', '=', id)
          .where('organisation_id', '=', actor.organisationId)
          .forUpdate()
          .executeTakeFirst();
        const people = found
          ? await tx.selectFrom('introduced').selectAll().where('introduction_id', '=', id).execute()
          : [];
        const me = people.find(({ person_id }) => person_id === actor.personId);
        if (!found || !me) return { ok: false, reason: 'no-such-introduction' } as const;

        const decided = decide(partOf(found, me, people));
        if (!decided.ok || !decided.value) return decided;
        const { suits, met, useful, answered, events } = decided.value;
        await tx
          .updateTable('introduced')
          .set({
            suits: [...suits],
            met: met ?? null,
            useful: useful ?? null,
            ...(answered ? { answered_at: now } : {}),
          })
          .where('introduction_id', '=', id)
          .where('person_id', '=', actor.personId)
          .execute();
        await appendEvents(tx, { organisationId: actor.organisationId, at: now, newId }, events);
        return decided;
      }),

    async ask(now, limit) {
      return db.transaction().execute(async (tx) => {
        const { rows } = await sql<AskedRow>`
          UPDATE introduction SET ask_at = NULL WHERE id IN (
            SELECT id FROM introduction WHERE ask_at <= ${now} ORDER BY ask_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
          ) RETURNING id, organisation_id, community_id
        `.execute(tx);
        for (const [organisationId, asked] of Map.groupBy(rows, (row) => row.organisation_id as OrganisationId)) {
          const events = asked.map(({ id, community_id }): IntroductionEvent => ({
            type: 'introduction.asked-about',
            introductionId: id as IntroductionId,
            communityId: community_id as CommunityId,
          }));
          const written = eventRows({ organisationId, at: now, newId }, events);
          await sql`WITH asked AS (SELECT) ${writeEvents('asked', written)}`.execute(tx);
        }
        return rows.length;
      });
    },
  };
}

type IntroducedRow = Omit<IntroductionTables['introduced'], 'suits'> & { readonly suits: number[] };

const partOf = (
  introduction: IntroductionTables['introduction'],
  me: IntroducedRow,
  people: readonly IntroducedRow[],
): Part => ({
  introductionId: introduction.id as IntroductionId,
  communityId: introduction.community_id as CommunityId,
  personId: me.person_id as PersonId,
  at: introduction.at,
  times: introduction.times,
  suits: me.suits,
  othersSuit: people.filter((one) => one !== me).map(({ suits }) => suits),
  met: me.met ?? undefined,
  useful: me.useful ?? undefined,
});
