import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { mergeMemberships } from './person-memberships.ts';
import { type PersonReference, personReferences } from './person-references.ts';
import type { Subscriber } from './subscriber.ts';

const counted = { community: 'member_count', practice: 'endorsement_count' } as const;

/**
 * Makes everything that refers to `from` refer to `into`, as `personReferences` says, and counts anew what that changes.
 * Safe to repeat: the second time there is nothing left to do.
 */
export async function repointPerson(tx: Transaction<Database>, from: string, into: string): Promise<void> {
  await awaitWriters(tx, [from, into]);
  const touched = await lockRecords(tx, from, personReferences);
  for (const reference of personReferences) {
    if (reference.onMerge === 'memberships') continue;
    const { table, column, only } = names(reference);
    if (reference.onMerge === 'delete') {
      await sql`DELETE FROM ${table} WHERE ${column} = ${from} AND ${only}`.execute(tx);
      continue;
    }
    if (reference.onMerge !== 'repoint') await dropDoubles(tx, reference, reference.onMerge, [from, into]);
    await sql`UPDATE ${table} SET ${column} = ${into} WHERE ${column} = ${from} AND ${only}`.execute(tx);
  }
  await mergeMemberships(tx, from, into);
  await dropOwnEndorsements(tx, into);
  await forgetDocument(tx, from);
  await recount(tx, touched);
}

/** Takes a person out of everything that `personReferences` does not keep. Safe to repeat. */
export async function forgetPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  await awaitWriters(tx, [personId]);
  const touched = await lockRecords(
    tx,
    personId,
    personReferences.filter(({ onErase }) => onErase !== 'keep'),
  );
  for (const reference of personReferences) {
    const { table, column, only } = names(reference);
    if (reference.onErase === 'delete') {
      await sql`DELETE FROM ${table} WHERE ${column} = ${personId} AND ${only}`.execute(tx);
    } else if (reference.onErase === 'unset') {
      await sql`UPDATE ${table} SET ${column} = NULL WHERE ${column} = ${personId} AND ${only}`.execute(tx);
    }
  }
  await forgetDocument(tx, personId);
  await recount(tx, touched);
}

/** Every row that refers to the person, under the headings of `personReferences`. */
export async function readPersonReferences(
  db: Kysely<Database>,
  personId: string,
): Promise<Record<string, Record<string, unknown>[]>> {
  const sections: Record<string, Record<string, unknown>[]> = {};
  for (const reference of personReferences) {
    if (typeof reference.exportAs !== 'string') continue;
    const { table, column, only } = names(reference);
    const hidden = [reference.column, ...(reference.hidden ?? [])];
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      SELECT to_jsonb(held) - ${hidden}::text[] AS row FROM ${table} AS held WHERE ${column} = ${personId} AND ${only}
    `.execute(db);
    sections[reference.exportAs] = rows.map(({ row }) => row);
  }
  return sections;
}

/**
 * Does it again a moment later. A request that was under way when its person was merged or erased may have written
 * their id after that; its transaction is waited for, and what it wrote is put right.
 */
export const lateReferences: Subscriber = {
  name: 'late-references',
  on: ['person.merged', 'person.erased'],
  async handle(tx, { type, personId, intoPersonId }) {
    if (typeof personId !== 'string') throw new Error(`${type} does not say whom it is about`);
    if (type === 'person.erased') await forgetPerson(tx, personId);
    else await repointPerson(tx, personId, await survivorOf(tx, String(intoPersonId)));
  },
};

/** The survivor may have been merged again by now. */
async function survivorOf(tx: Transaction<Database>, personId: string): Promise<string> {
  const row = await tx.selectFrom('person').select('merged_into').where('id', '=', personId).executeTakeFirst();
  return row?.merged_into ?? personId;
}

/** Waits for transactions that refer to these people, and keeps new ones waiting: a foreign key locks what it names. */
async function awaitWriters(tx: Transaction<Database>, people: readonly string[]): Promise<void> {
  await sql`SELECT id FROM person WHERE id = ANY(${people}::uuid[]) ORDER BY id FOR UPDATE`.execute(tx);
}

type Touched = { readonly community: readonly string[]; readonly practice: readonly string[] };

/**
 * Locks the communities and practices that refer to the person, always in the same order, and moves their revision on:
 * whoever has loaded one of them tries again with what is there then.
 */
async function lockRecords(
  tx: Transaction<Database>,
  personId: string,
  references: readonly PersonReference[],
): Promise<Touched> {
  const lock = async (record: 'community' | 'practice') => {
    const mentions = references
      .filter(({ partOf }) => partOf?.table === record)
      .map((reference) => {
        const { table, column } = names(reference);
        return sql`SELECT ${sql.id(reference.partOf?.by ?? 'id')} FROM ${table} WHERE ${column} = ${personId}`;
      });
    if (mentions.length === 0) return [];
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM ${sql.table(record)} WHERE id IN (${sql.join(mentions, sql` UNION `)}) ORDER BY id FOR UPDATE
    `.execute(tx);
    const ids = rows.map(({ id }) => id);
    await sql`UPDATE ${sql.table(record)} SET revision = revision + 1 WHERE id = ANY(${ids})`.execute(tx);
    return ids;
  };
  return { community: await lock('community'), practice: await lock('practice') };
}

async function dropDoubles(
  tx: Transaction<Database>,
  reference: PersonReference,
  { oneOf, keep }: { readonly oneOf: string; readonly keep: string },
  people: readonly string[],
): Promise<void> {
  const { table, column } = names(reference);
  const group = sql.id(oneOf);
  await sql`
    DELETE FROM ${table} USING (
      SELECT ${group} AS of, ${column} AS whose, row_number() OVER (PARTITION BY ${group} ORDER BY ${sql.raw(keep)}) AS place
      FROM ${table} WHERE ${column} = ANY(${people})
    ) AS ranked
    WHERE ranked.place > 1 AND ${table}.${group} = ranked.of AND ${table}.${column} = ranked.whose
  `.execute(tx);
}

/** Nobody endorses their own practice; with the other account they may have. */
async function dropOwnEndorsements(tx: Transaction<Database>, personId: string): Promise<void> {
  await sql`
    DELETE FROM endorsement WHERE person_id = ${personId} AND practice_id IN (
      SELECT id FROM practice WHERE owner_id = ${personId}
      UNION SELECT practice_id FROM practice_credit WHERE person_id = ${personId} AND credit = 'author'
    )
  `.execute(tx);
}

/** At once, rather than when the search index hears of it; words that only stood there are no longer suggested. */
async function forgetDocument(tx: Transaction<Database>, personId: string): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM search_document WHERE kind = 'person' AND ref_id = ${personId}
      RETURNING organisation_id, copse_fold(concat_ws(' ', title, body, array_to_string(topics, ' '))) AS words
    )
    DELETE FROM search_word USING gone
    WHERE search_word.organisation_id = gone.organisation_id
      AND search_word.word = ANY(tsvector_to_array(to_tsvector('simple', gone.words)))
      AND NOT EXISTS (
        SELECT FROM search_document AS other
        WHERE other.organisation_id = gone.organisation_id AND (other.kind, other.ref_id) <> ('person', ${personId}::uuid)
          AND other.search @@ (plainto_tsquery('simple', search_word.word) || plainto_tsquery('english', search_word.word))
      )
  `.execute(tx);
}

async function recount(tx: Transaction<Database>, { community, practice }: Touched): Promise<void> {
  await sql`
    UPDATE community SET coordination = coordination + 1, ${sql.id(counted.community)} = (
      SELECT count(*) FROM membership WHERE community_id = community.id AND state = 'member'
    ) WHERE id = ANY(${community})
  `.execute(tx);
  await sql`
    UPDATE practice SET ${sql.id(counted.practice)} = (
      SELECT count(*) FROM endorsement WHERE practice_id = practice.id
    ) WHERE id = ANY(${practice})
  `.execute(tx);
}

function names({ table, column, only }: PersonReference) {
  return { table: sql.table(table), column: sql.id(column), only: sql.raw(only ?? 'true') };
}
