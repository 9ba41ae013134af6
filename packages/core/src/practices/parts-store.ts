import { sql, type Transaction } from 'kysely';
import type { CommunityId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { Practice } from './practice.ts';

/** Saves what belongs to a practice beside its own row, within the transaction that saves the row. */
export async function saveParts(tx: Transaction<Database>, state: Practice): Promise<void> {
  await saveVersion(tx, state);
  await saveCredits(tx, state);
  await saveEndorsements(tx, state);
  await saveAdoptions(tx, state);
}

async function saveVersion(tx: Transaction<Database>, state: Practice) {
  const { id, version, title, context, body, topics, versionBy, versionNote, updatedAt } = state;
  await tx
    .insertInto('practice_version')
    .values({
      practice_id: id,
      version,
      title,
      context,
      body,
      topics: [...topics],
      by: versionBy,
      at: updatedAt,
      note: versionNote ?? null,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'version']).doNothing())
    .execute();
}

async function saveCredits(tx: Transaction<Database>, { id, credits }: Practice) {
  await tx
    .deleteFrom('practice_credit')
    .where('practice_id', '=', id)
    .where('person_id', '<>', sql<string>`ALL(${credits.map(({ personId }) => personId)}::uuid[])`)
    .execute();
  if (credits.length === 0) return;
  await tx
    .insertInto('practice_credit')
    .values(credits.map(({ personId, credit, since }) => ({ practice_id: id, person_id: personId, credit, since })))
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'person_id']).doUpdateSet({ credit: (eb) => eb.ref('excluded.credit') }),
    )
    .execute();
}

async function saveEndorsements(tx: Transaction<Database>, { id, endorsements }: Practice) {
  await tx
    .deleteFrom('endorsement')
    .where('practice_id', '=', id)
    .where('person_id', '<>', sql<string>`ALL(${endorsements.map(({ personId }) => personId)}::uuid[])`)
    .execute();
  if (endorsements.length === 0) return;
  await tx
    .insertInto('endorsement')
    .values(
      endorsements.map(({ personId, version, note, at }) => ({
        practice_id: id,
        person_id: personId,
        version,
        note: note ?? null,
        at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'person_id']).doUpdateSet({
        version: (eb) => eb.ref('excluded.version'),
        note: (eb) => eb.ref('excluded.note'),
        at: (eb) => eb.ref('excluded.at'),
      }),
    )
    .execute();
}

async function saveAdoptions(tx: Transaction<Database>, { id, adoptions }: Practice) {
  await tx
    .deleteFrom('adoption')
    .where('practice_id', '=', id)
    .where('id', '<>', sql<string>`ALL(${adoptions.map((adoption) => adoption.id)}::uuid[])`)
    .execute();
  if (adoptions.length === 0) return;
  await tx
    .insertInto('adoption')
    .values(
      adoptions.map(({ outcome, story, measure, ...adoption }) => ({
        ...adoption,
        practice_id: id,
        outcome: outcome ?? null,
        story: story ?? null,
        measure: measure ? JSON.stringify(measure) : null,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The community's count of what it offers: drafts and retired practices are not. */
export async function countPractices(tx: Transaction<Database>, communityId: CommunityId) {
  await tx
    .updateTable('community')
    .set((eb) => ({
      practice_count: eb
        .selectFrom('practice')
        .select((count) => count.fn.countAll<number>().as('count'))
        .where('community_id', '=', communityId)
        .where('life', 'not in', ['draft', 'retired']),
    }))
    .where('id', '=', communityId)
    .execute();
}
