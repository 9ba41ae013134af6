import { type Expression, type Kysely, sql, type SqlBool } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { visiblePractice, visibleQuestion } from '../sql/visibility.ts';
import { wordFormsOf, writtenLanguages } from '../sql/written-languages.ts';
import { creditsOf, personOf } from './credit-queries.ts';
import type { PracticesQuery, VersionPage } from './contract.ts';
import type { PracticeViews } from './ports.ts';
import { viewer } from './practitioner-queries.ts';
import { type PracticeCardRow, type PracticePageRow, viewPractice, viewPracticeCard } from './view.ts';

/** Endorsements and adoptions that one page shows; the counts tell of the rest. */
const SHOWN = 100;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlPracticeViews({ db, now }: Deps): PracticeViews {
  return {
    async see(actor, id) {
      const row = await selectPage(db, actor).where('practice.id', '=', id).executeTakeFirst();
      return row && viewPractice(actor, row as unknown as PracticePageRow, now());
    },

    async list(actor, query) {
      const rows = await listQuery(db, actor, query).execute();
      return pageOf(
        rows as unknown as PracticeCardRow[],
        query.limit,
        ({ updated_at, id }) => [updated_at.toISOString(), id],
        (row) => viewPracticeCard(actor, row, now()),
      );
    },

    async versions(id, { cursor, limit }) {
      const before = readCursor(cursor, 'number')?.[0];
      const rows = await db
        .selectFrom('practice_version')
        .innerJoin('person', 'person.id', 'practice_version.by')
        .select((eb) => ['version', 'title', 'note', 'at', personOf(eb).as('person')])
        .where('practice_id', '=', id)
        .$if(before !== undefined, (some) => some.where('version', '<', Math.floor(before ?? 0)))
        .orderBy('version', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(
        rows,
        limit,
        ({ version }) => [version],
        ({ version, title, note, at, person: by }): VersionPage['items'][number] => ({
          version,
          title,
          by: viewPersonCard(by as never),
          at: at.toISOString(),
          ...(note ? { note } : {}),
        }),
      );
    },

    version: (id, version) =>
      db
        .selectFrom('practice_version')
        .select(['title', 'context', 'body', 'topics'])
        .where('practice_id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst(),
  };
}

/** The columns of a person card as one JSON object. Needs `person` in scope. */
const selectCards = (db: Kysely<Database>, actor: Actor) =>
  db
    .selectFrom('practice')
    .innerJoin('community', 'community.id', 'practice.community_id')
    .innerJoin('person', 'person.id', 'practice.owner_id')
    .select([
      'practice.id',
      'practice.community_id',
      'community.name as community_name',
      'practice.title',
      'practice.summary',
      'practice.topics',
      'practice.life',
      'practice.visibility',
      'practice.endorsement_count',
      'practice.team_count',
      'practice.review_by',
      'practice.updated_at',
    ])
    .select((eb) => [
      personOf(eb).as('owner'),
      ...viewer(eb, actor),
      eb
        .exists(
          eb
            .selectFrom('endorsement')
            .select(sql.lit(1).as('one'))
            .whereRef('endorsement.practice_id', '=', 'practice.id')
            .where('endorsement.person_id', '=', actor.personId),
        )
        .as('endorsed_by_me'),
      eb
        .selectFrom('practice_credit')
        .select('credit')
        .whereRef('practice_credit.practice_id', '=', 'practice.id')
        .where('practice_credit.person_id', '=', actor.personId)
        .as('my_credit'),
    ])
    .where(visiblePractice(actor));

function listQuery(db: Kysely<Database>, actor: Actor, query: PracticesQuery) {
  const { communityId, topic, life, q, mine, limit } = query;
  const after = readCursor(query.cursor, 'instant', 'id');
  const conditions: Expression<SqlBool>[] = [];
  if (communityId) conditions.push(sql`practice.community_id = ${communityId}`);
  if (topic) conditions.push(sql`practice.topics @> ${[topic]}::text[]`);
  if (life) conditions.push(sql`practice.life = ${life}`);
  if (q) conditions.push(matching(actor, q));
  if (mine)
    conditions.push(sql`practice.id IN (
      SELECT id FROM practice WHERE owner_id = ${actor.personId}
      UNION SELECT practice_id FROM practice_credit WHERE person_id = ${actor.personId})`);
  if (after) conditions.push(sql`(practice.updated_at, practice.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return selectCards(db, actor)
    .where((eb) => eb.and(conditions))
    .orderBy('practice.updated_at', 'desc')
    .orderBy('practice.id', 'desc')
    .limit(limit + 1);
}

/**
 * Found by the words of the search index, or by the beginnings of words of the title or the topics while they are being
 * typed. As a set of ids, so that it is looked up once and not for every practice. What has just been saved is not in the
 * index yet, so the newest titles are read.
 */
const matching = ({ organisationId }: Actor, q: string) => sql<SqlBool>`practice.id IN (
  SELECT ref_id FROM ${writtenLanguages(organisationId)} AS written JOIN search_document
    ON organisation_id = ${organisationId} AND kind = 'practice'
    AND search @@ websearch_to_tsquery(${wordFormsOf(sql`written.language`)}, ${q})
  UNION
  SELECT ref_id FROM search_document
  WHERE organisation_id = ${organisationId} AND kind = 'practice' AND head @@ ${beginnings(q)}
  UNION
  SELECT id FROM (
    SELECT id, title FROM practice WHERE organisation_id = ${organisationId}
    ORDER BY updated_at DESC, id DESC LIMIT ${sql.lit(NEWEST)}
  ) AS newest WHERE position(copse_fold(${q}) IN copse_fold(title)) > 0)`;

const NEWEST = 100;

/** Each of the words may be the beginning of one. */
const beginnings = (q: string) => sql`
  rtrim(replace(plainto_tsquery('simple', copse_fold(${q}))::text || ' & ', ''' & ', ''':* & '), '& ')::tsquery`;

const selectPage = (db: Kysely<Database>, actor: Actor) =>
  selectCards(db, actor)
    .select([
      'practice.context',
      'practice.body',
      'practice.life_since',
      'practice.life_reason',
      'practice.version',
      'practice.created_at',
      'practice.revision',
    ])
    .select((eb) => [
      creditsOf(eb, SHOWN).as('credits'),
      jsonArrayFrom(
        eb
          .selectFrom('endorsement as e')
          .innerJoin('person', 'person.id', 'e.person_id')
          .select((of) => ['e.version', 'e.note', 'e.at', personOf(of).as('person')])
          .whereRef('e.practice_id', '=', 'practice.id')
          .orderBy('e.at', 'desc')
          .limit(SHOWN),
      ).as('endorsements'),
      jsonArrayFrom(
        eb
          .selectFrom('adoption as a')
          .innerJoin('person', 'person.id', 'a.by')
          .select((of) => [
            'a.id',
            'a.kind',
            'a.team',
            'a.outcome',
            'a.story',
            'a.measure',
            'a.at',
            personOf(of).as('person'),
          ])
          .whereRef('a.practice_id', '=', 'practice.id')
          .orderBy('a.at', 'desc')
          .limit(SHOWN),
      ).as('adoptions'),
      sql<number>`(SELECT count(*) FROM adoption a WHERE a.practice_id = practice.id)`.as('adoption_count'),
      sql<boolean>`EXISTS (SELECT 1 FROM endorsement e
        WHERE e.practice_id = practice.id AND e.person_id <> practice.owner_id)`.as('trusted'),
      sql<{ id: string; title: string } | null>`(
        SELECT json_build_object('id', question.id, 'title', question.title)
        FROM question JOIN community ON community.id = question.community_id
        WHERE question.kept_as = practice.id AND ${visibleQuestion(actor)} LIMIT 1)`.as('kept_from'),
      sql<{ title: string; url: string } | null>`(
        SELECT json_build_object('title', page_title, 'url', site_url || page_path)
        FROM publication WHERE publication.practice_id = practice.id AND page_id IS NOT NULL
          AND published_at IS NOT NULL AND state NOT IN ('withdrawn', 'page-gone'))`.as('page'),
    ]);
