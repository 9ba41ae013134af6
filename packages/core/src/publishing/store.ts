import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import { atlassianAccount, type PersonId } from '../kernel/ids.ts';
import { savePractice } from '../practices/store.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { visiblePractice } from '../sql/visibility.ts';
import type { Attempt } from './attempt.ts';
import { claimIn } from './claim-store.ts';
import type { PublicationStore } from './ports.ts';
import type { PublicationChange } from './publication.ts';
import { attemptFrom, attemptToRow, fromRow, toRow } from './rows-store.ts';
import { surroundingsOf } from './surroundings-queries.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

/** Attempts of a practice that are remembered, so that a late or repeated outcome still finds its own. */
const REMEMBERED_ATTEMPTS = 50;

export function sqlPublicationStore({ db, newId }: Deps): PublicationStore {
  return {
    async find(practiceId) {
      const row = await db
        .selectFrom('publication')
        .selectAll()
        .where('practice_id', '=', practiceId)
        .executeTakeFirst();
      return row && fromRow(row);
    },

    async findByPage({ cloudId, organisationId }, pageId) {
      const row = await db
        .selectFrom('publication')
        .selectAll()
        .where('cloud_id', '=', cloudId)
        .where('page_id', '=', pageId)
        .where('organisation_id', '=', organisationId)
        .where('state', '<>', 'withdrawn')
        .executeTakeFirst();
      return row && fromRow(row);
    },

    async findAttempt(id) {
      const row = await db.selectFrom('publication_attempt').selectAll().where('id', '=', id).executeTakeFirst();
      return row && attemptFrom(row);
    },

    surroundings: (practiceId) => surroundingsOf(db, practiceId),

    async save(changed, { at, begun, ended }) {
      await db.transaction().execute(async (tx) => {
        await saveChange(tx, changed, { newId, at });
        if (begun) await saveAttempt(tx, begun);
        if (ended) await endAttempt(tx, ended.attempt, ended.outcome, at);
      });
    },

    end: (attempt, outcome, at) => endAttempt(db, attempt, outcome, at),

    claim: (app, wanted, decide) =>
      db.transaction().execute((tx) =>
        claimIn(tx, app, wanted, async (found) => {
          const { attempt, change } = decide(found);
          await saveChange(tx, change, { newId, at: wanted.at });
          if (attempt) await saveAttempt(tx, attempt);
          return attempt;
        }),
      ),

    async personOf(organisationId, cloudId, accountId) {
      const row = await db
        .selectFrom('account')
        .innerJoin('person', 'person.id', 'account.person_id')
        .select('person.id')
        .where('account.key', '=', atlassianAccount(cloudId, accountId))
        .where('person.organisation_id', '=', organisationId)
        .where('person.state', '=', 'present')
        .executeTakeFirst();
      return row?.id as PersonId | undefined;
    },

    async saveDraft(drafted, { page, ...place }, at) {
      await db.transaction().execute(async (tx) => {
        await savePractice(tx, drafted, { newId, at });
        await tx
          .insertInto('practice_source_page')
          .values({
            practice_id: drafted.state.id,
            cloud_id: place.cloudId,
            site_url: place.siteUrl,
            space_id: place.spaceId,
            page_id: page.id,
            page_path: page.path,
            page_title: page.title,
            page_version: page.version,
            taken_at: at,
          })
          .execute();
      });
    },

    async isKept(actor, cloudId, pageId) {
      const { rows } = await sql<{ one: number }>`
        SELECT 1 AS one FROM practice JOIN community ON community.id = practice.community_id
        WHERE practice.id IN (
            SELECT practice_id FROM practice_source_page WHERE cloud_id = ${cloudId} AND page_id = ${pageId}
            UNION ALL SELECT practice_id FROM publication
              WHERE cloud_id = ${cloudId} AND page_id = ${pageId} AND state NOT IN ('withdrawn', 'page-gone'))
          AND practice.life <> 'retired' AND ${visiblePractice(actor)}
        LIMIT 1
      `.execute(db);
      return rows.length > 0;
    },

    async siteUrl(organisationId, cloudId) {
      const row = await db
        .selectFrom('site')
        .select('url')
        .where('cloud_id', '=', cloudId)
        .where('organisation_id', '=', organisationId)
        .executeTakeFirst();
      return row?.url;
    },
  };
}

type Saving = { readonly newId: () => string; readonly at: Date };

async function saveChange(
  tx: Transaction<Database>,
  { state, events, practice }: PublicationChange,
  { newId, at }: Saving,
): Promise<void> {
  const row = toRow(state);
  const { numInsertedOrUpdatedRows: saved } = await tx
    .insertInto('publication')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('practice_id')
        .doUpdateSet(row)
        .where('publication.revision', '=', state.revision - 1),
    )
    .executeTakeFirstOrThrow();
  if (saved !== 1n) throw new StaleWriteError(state.practiceId);
  if (practice) await savePractice(tx, practice, { newId, at });
  await appendEvents(tx, { organisationId: state.organisationId, at, newId }, events);
}

/** Forgets the oldest attempts of the practice: nobody will tell of them any more. */
async function saveAttempt(tx: Transaction<Database>, attempt: Attempt) {
  await tx.insertInto('publication_attempt').values(attemptToRow(attempt)).execute();
  await tx
    .deleteFrom('publication_attempt')
    .where('practice_id', '=', attempt.practiceId)
    .where('id', 'in', (old) =>
      old
        .selectFrom('publication_attempt')
        .select('id')
        .where('practice_id', '=', attempt.practiceId)
        .orderBy('begun_at', 'desc')
        .orderBy('id', 'desc')
        .offset(REMEMBERED_ATTEMPTS),
    )
    .execute();
}

async function endAttempt(db: Kysely<Database>, { id }: Attempt, outcome: string, at: Date): Promise<void> {
  await db
    .updateTable('publication_attempt')
    .set({ ended_at: at, outcome })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
