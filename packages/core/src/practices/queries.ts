import { type Expression, type Kysely, sql, type SqlBool } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { viewPersonCard } from '../identity/person-card.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { byGuest, type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { type Viewer, visiblePractice, visibleQuestion } from '../sql/visibility.ts';
import { wordFormsOf, writtenLanguages } from '../sql/written-languages.ts';
import { creditsOf, personOf } from './credit-queries.ts';
import type { PracticesQuery, VersionPage } from './contract.ts';
import type { PracticeViews } from './ports.ts';
import { viewer } from './practitioner-queries.ts';
import { type PracticeCardRow, type PracticePageRow, viewPractice, viewPracticeCard } from './view.ts';
import { utc } from '../kernel/instant.ts';

/** Endorsements and adoptions that one page shows; the counts tell of the rest. */
const SHOWN = 100;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlPracticeViews({ db, now }: Deps): PracticeViews {
  return {
    async see(actor, id) {
      const [row] = await pageQuery(actor)(db, { ...actor, id });
      return row && viewPractice(actor, row, now());
    },

    async list(actor, query) {
      const after = readCursor(query.cursor, 'instant', 'id');
      const rows = await listQuery({ ...query, guest: actor.guest, later: after !== undefined })(db, {
        ...actor,
        communityId: query.communityId,
        topic: [query.topic],
        life: query.life,
        q: query.q,
        at: after?.[0],
        id: after?.[1],
      });
      return pageOf(
        rows,
        query.limit,
        ({ updated_at, id }) => [utc(updated_at), id],
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
          at: utc(at),
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
const selectCards = (db: Kysely<Database>, actor: Viewer) =>
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

type Look = Pick<PracticesQuery, 'communityId' | 'topic' | 'life' | 'q' | 'mine' | 'limit'> &
  Guest & { readonly later: boolean };
type Places = Viewer & {
  readonly communityId: unknown;
  readonly topic: unknown;
  readonly life: unknown;
  readonly q: unknown;
  readonly at: unknown;
  readonly id: unknown;
};

/**
 * The plain list is planned once, which needs its length to be a part of it: as a value PostgreSQL does not know it then,
 * and plans anew each time. What is looked for is better planned anew, since of a rare word or topic there are few.
 */
const listQuery = preparedBy<Look, Places, PracticeCardRow>(
  ({ guest, communityId, topic, life, q, mine, later, limit }) =>
    [guest, communityId, topic, life, q, mine, later].map((one) => (one ? 1 : 0)).join('') + limit,
  (look, places, db) => {
    const viewer = viewerOf(look, places);
    const conditions: Expression<SqlBool>[] = [];
    if (look.communityId) conditions.push(sql`practice.community_id = ${places.communityId}`);
    if (look.topic) conditions.push(sql`practice.topics @> ${places.topic}::text[]`);
    if (look.life) conditions.push(sql`practice.life = ${places.life}`);
    if (look.q) conditions.push(matching(viewer, places.q));
    if (look.mine)
      conditions.push(sql`practice.id IN (
        SELECT id FROM practice WHERE owner_id = ${viewer.personId}
        UNION SELECT practice_id FROM practice_credit WHERE person_id = ${viewer.personId})`);
    if (look.later)
      conditions.push(sql`(practice.updated_at, practice.id) < (${places.at}::timestamptz, ${places.id}::uuid)`);
    return selectCards(db, viewer)
      .where((eb) => eb.and(conditions))
      .orderBy('practice.updated_at', 'desc')
      .orderBy('practice.id', 'desc')
      .limit(conditions.length > 0 ? look.limit + 1 : sql.lit(look.limit + 1));
  },
);

/**
 * Found by the words of the search index, or by the beginnings of words of the title or the topics while they are being
 * typed. As a set of ids, so that it is looked up once and not for every practice. What has just been saved is not in the
 * index yet, so the newest titles are read.
 */
const matching = ({ organisationId }: Viewer, q: unknown) => sql<SqlBool>`practice.id IN (
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
const beginnings = (q: unknown) => sql`
  rtrim(replace(plainto_tsquery('simple', copse_fold(${q}))::text || ' & ', ''' & ', ''':* & '), '& ')::tsquery`;

const selectPage = (db: Kysely<Database>, actor: Viewer) =>
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

const pageQuery = preparedBy<Guest, Viewer & { readonly id: PracticeId }, PracticePageRow>(
  byGuest,
  (look, places, db) => selectPage(db, viewerOf(look, places)).where('practice.id', '=', places.id),
);
