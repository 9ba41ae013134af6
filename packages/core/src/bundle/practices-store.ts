import { sql } from 'kysely';
import { practiceSummary } from '../practices/practice.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { BundlePractice } from './contract.ts';
import { type Due, type Import, reject, remember, resolveAround, sortOut } from './imported-store.ts';
import type { Checked, Written } from './record.ts';

type Named = { readonly community: string; readonly owner: string; readonly people: ReadonlyMap<string, string> };
type Row = Due<BundlePractice> & Named;

/** Writes practices with credits, endorsements and adoption records; a changed text becomes a new version. */
export async function writePractices(run: Import, batch: readonly Checked<BundlePractice>[]): Promise<Written[]> {
  const { due, settled } = await sortOut(run, 'practices', batch);
  const { communities, people } = await resolveAround(run, due, namesOf);
  const { good, bad } = reject(due, ({ value }) => {
    if (!communities.has(value.community))
      return `community: there is no community «${value.community}» in this file or here.`;
    const unknown = namesOf(value).find((name) => !people.has(name));
    if (unknown) return `there is no person «${unknown}» in this file or here.`;
    return value.life === 'retired' && !value.lifeReason ? 'lifeReason: say why it is retired.' : undefined;
  });
  const rows = good.map((record) => ({
    ...record,
    people,
    community: communities.get(record.value.community) as string,
    owner: people.get(record.value.owner) as string,
  }));
  for (const row of rows) await saveRow(run, row);
  await saveCredits(run, rows);
  await saveEndorsements(run, rows);
  await saveAdoptions(run, rows);
  await appendEvents(
    run.tx,
    { organisationId: run.organisationId, at: run.at, newId: run.newId },
    rows.map(({ id, community }) => ({ type: 'practice.imported', practiceId: id, communityId: community })),
  );
  return [...settled, ...bad, ...(await remember(run, 'practices', rows))];
}

const namesOf = ({ owner, credits, endorsements, adoptions }: BundlePractice) => [
  owner,
  ...credits.map(({ person }) => person),
  ...endorsements.map(({ person }) => person),
  ...adoptions.map(({ by }) => by),
];

async function saveRow({ tx, organisationId, at }: Import, { id, value, community, owner, fresh }: Row) {
  const updated = value.updatedAt ? new Date(value.updatedAt) : at;
  const text = { title: value.title, context: value.context, body: value.body, topics: value.topics };
  const written = {
    ...text,
    community_id: community,
    summary: practiceSummary(value),
    life: value.life,
    life_reason: value.lifeReason || null,
    visibility: value.visibility,
    owner_id: owner,
    review_by: value.reviewBy ?? null,
    updated_at: updated,
  };
  const before = fresh
    ? undefined
    : await tx
        .selectFrom('practice')
        .select(['title', 'context', 'body', 'topics', 'version'])
        .where('id', '=', id)
        .executeTakeFirst();
  const { version: known = 0, ...old } = before ?? {};
  const version = before && JSON.stringify(old) === JSON.stringify(text) ? known : known + 1;
  await tx
    .insertInto('practice')
    .values({
      ...written,
      id,
      organisation_id: organisationId,
      life_since: updated,
      version,
      created_at: value.createdAt ? new Date(value.createdAt) : updated,
      revision: 1,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        ...written,
        version,
        life_since: eb
          .case()
          .when('practice.life', '=', value.life)
          .then(eb.ref('practice.life_since'))
          .else(updated)
          .end(),
        revision: eb('practice.revision', '+', 1),
      })),
    )
    .execute();
  if (version === known) return;
  await tx
    .insertInto('practice_version')
    .values({ practice_id: id, version, ...text, by: owner, at: updated, note: null })
    .execute();
}

async function saveCredits({ tx, at }: Import, rows: readonly Row[]) {
  const credits = rows.flatMap(({ id, owner, people, value }) => {
    const named = value.credits.map(({ person, credit }) => ({ person: people.get(person) as string, credit }));
    const all = new Map([{ person: owner, credit: 'author' as const }, ...named].map((one) => [one.person, one]));
    return [...all.values()].map(({ person, credit }) => ({ practice_id: id, person_id: person, credit, since: at }));
  });
  if (credits.length === 0) return;
  await tx
    .insertInto('practice_credit')
    .values(credits)
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'person_id']).doUpdateSet({ credit: (eb) => eb.ref('excluded.credit') }),
    )
    .execute();
}

async function saveEndorsements({ tx, at }: Import, rows: readonly Row[]) {
  const given = rows.flatMap(({ id, people, value }) => {
    const all = new Map(value.endorsements.map((one) => [people.get(one.person) as string, one]));
    return [...all].map(([person, one]) => ({
      practice_id: id,
      person_id: person,
      version: 1,
      note: one.note || null,
      at: one.at ? new Date(one.at) : at,
    }));
  });
  if (given.length === 0) return;
  await tx
    .insertInto('endorsement')
    .values(given)
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'person_id']).doUpdateSet({ note: (eb) => eb.ref('excluded.note') }),
    )
    .execute();
}

/** An adoption record has no name of its own: the same person, team and kind is the same record. */
async function saveAdoptions({ tx, at, newId }: Import, rows: readonly Row[]) {
  for (const { id, people, value } of rows) {
    if (value.adoptions.length === 0) continue;
    const known = await tx
      .selectFrom('adoption')
      .select(['by', 'team', 'kind'])
      .where('practice_id', '=', id)
      .execute();
    const names = new Set(known.map(({ by, team, kind }) => `${by} ${kind} ${team}`));
    const fresh = value.adoptions.flatMap(({ by, kind, team, outcome, story, measure, at: when }) => {
      const person = people.get(by) as string;
      if (names.has(`${person} ${kind} ${team}`)) return [];
      names.add(`${person} ${kind} ${team}`);
      return {
        id: newId(),
        practice_id: id,
        by: person,
        kind,
        team,
        outcome: outcome ?? null,
        story: story || null,
        measure: measure ? JSON.stringify(measure) : null,
        at: when ? new Date(when) : at,
      };
    });
    if (fresh.length > 0) await tx.insertInto('adoption').values(fresh).execute();
  }
}

/** Brings the numbers that a practice keeps about itself up to date. */
export async function countTrust({ tx, organisationId, at }: Import): Promise<void> {
  await sql`
    UPDATE practice SET
      endorsement_count = (SELECT count(*) FROM endorsement e WHERE e.practice_id = practice.id),
      team_count = (
        SELECT count(DISTINCT lower(btrim(team))) FROM adoption a WHERE a.practice_id = practice.id AND a.kind = 'uses'
      )
    WHERE id IN (
      SELECT ref_id FROM imported
      WHERE organisation_id = ${organisationId} AND section = 'practices' AND imported_at = ${at}
    )
  `.execute(tx);
}
