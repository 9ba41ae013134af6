import { type Kysely, sql } from 'kysely';
import type { PersonCardRow } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { creditsOf, personOf } from '../practices/credit-queries.ts';
import { viewer } from '../practices/practitioner-queries.ts';
import type { Database } from '../sql/database.ts';
import { visiblePractice } from '../sql/visibility.ts';
import type { Attempt } from './attempt.ts';
import type { PublicationViews } from './ports.ts';
import { fromRow } from './rows-store.ts';
import { forMembers, spacesOfCommunity } from './surroundings-queries.ts';
import { STALLED_AFTER_MINUTES } from './state.ts';
import type { PublicationRow } from './tables.ts';
import { type PublicationPageRow, type SheetRow, viewAttempt, viewPublication } from './view.ts';
import { utc } from '../kernel/instant.ts';

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

/** People whom a page credits; a practice names no more. */
const CREDITED = 50;

export function sqlPublicationViews({ db, now }: Deps): PublicationViews {
  return {
    async see(actor, practiceId) {
      const [row, publication] = await Promise.all([
        selectPage(db, actor, practiceId).executeTakeFirst(),
        db.selectFrom('publication').selectAll().where('practice_id', '=', practiceId).executeTakeFirst(),
      ]);
      return (
        row && viewPublication(actor, row as unknown as PublicationPageRow, publication && fromRow(publication), now())
      );
    },

    async attempts(attempts) {
      if (attempts.length === 0) return [];
      const [sheets, publications] = await Promise.all([
        selectSheets(db, attempts).execute(),
        db
          .selectFrom('publication')
          .selectAll()
          .where(
            'practice_id',
            'in',
            attempts.map(({ practiceId }) => practiceId),
          )
          .execute(),
      ]);
      return attempts.flatMap((attempt) => {
        const sheet = sheets.find(({ attempt_id }) => attempt_id === attempt.id) as SheetRow | undefined;
        const publication: PublicationRow | undefined = publications.find(
          ({ practice_id }) => practice_id === attempt.practiceId,
        );
        return sheet && publication ? [viewAttempt(attempt, fromRow(publication), sheet)] : [];
      });
    },

    async stalled({ organisationId }, communityId) {
      const { rows } = await sql<{ site_url: string; since: Date; waiting: number }>`
        SELECT publication.site_url, min(waits.since) AS since, count(*)::integer AS waiting
        FROM publication
        JOIN practice ON practice.id = publication.practice_id
        LEFT JOIN publishing_visit ON publishing_visit.cloud_id = publication.cloud_id
        CROSS JOIN LATERAL (SELECT greatest(publication.requested_at, publishing_visit.at) AS since) waits
        WHERE publication.organisation_id = ${organisationId}
          AND publication.state IN ('queued', 'publishing', 'failed')
          AND (publication.state <> 'failed' OR publication.next_try_at IS NOT NULL)
          AND waits.since < ${new Date(now().getTime() - STALLED_AFTER_MINUTES * 60_000)}
          ${communityId === undefined ? sql`` : sql`AND practice.community_id = ${communityId}`}
        GROUP BY publication.site_url ORDER BY since, publication.site_url
      `.execute(db);
      return rows.map(({ site_url: siteUrl, since, waiting }) => ({
        siteUrl,
        since: utc(since),
        waitingCount: waiting,
      }));
    },
  };
}

/** The columns of a person card as one JSON object. Needs `person` in scope. */
const cardOf = (column: 'publication.requested_by' | 'publication.edit_by') => sql<PersonCardRow | null>`(
  SELECT json_build_object('id', p.id, 'name', p.name, 'affiliation', p.affiliation, 'guest', p.guest, 'state', p.state)
  FROM person p WHERE p.id = ${sql.ref(column)})`;

const selectPage = (db: Kysely<Database>, actor: Actor, practiceId: PracticeId) =>
  db
    .selectFrom('practice')
    .innerJoin('community', 'community.id', 'practice.community_id')
    .leftJoin('publication', 'publication.practice_id', 'practice.id')
    .leftJoin('publishing_visit', 'publishing_visit.cloud_id', 'publication.cloud_id')
    .select([
      'practice.id as practice_id',
      'practice.title',
      'practice.context',
      'practice.body',
      'practice.topics',
      'practice.life',
      'practice.version',
      'practice.revision as practice_revision',
      'practice.owner_id',
      'publishing_visit.at as visited_at',
    ])
    .select((eb) => [
      ...viewer(eb, actor),
      eb
        .selectFrom('practice_credit')
        .select('credit')
        .whereRef('practice_credit.practice_id', '=', 'practice.id')
        .where('practice_credit.person_id', '=', actor.personId)
        .as('my_credit'),
      cardOf('publication.requested_by').as('requester'),
      cardOf('publication.edit_by').as('editor'),
      sql<boolean>`practice.hidden_at IS NOT NULL`.as('hidden'),
      forMembers.as('for_members'),
      sql`(SELECT json_agg(s ORDER BY s.name, s."connectionId") FROM (${spacesOfCommunity}) s)`.as('spaces'),
      sql`(SELECT to_json(p) FROM practice_source_page p WHERE p.practice_id = practice.id)`.as('source'),
    ])
    .where('practice.id', '=', practiceId)
    .where(visiblePractice(actor));

/**
 * Everything that pages show, in one query. The text is that of the version which the attempt may write; the question is
 * named only where the whole organisation may read it.
 */
const selectSheets = (db: Kysely<Database>, attempts: readonly Attempt[]) =>
  db
    .selectFrom('publication_attempt')
    .innerJoin('practice', 'practice.id', 'publication_attempt.practice_id')
    .innerJoin('practice_version', (join) =>
      join
        .onRef('practice_version.practice_id', '=', 'practice.id')
        .onRef('practice_version.version', '=', 'publication_attempt.practice_version'),
    )
    .innerJoin('community', 'community.id', 'practice.community_id')
    .innerJoin('person', 'person.id', 'practice.owner_id')
    .select([
      'publication_attempt.id as attempt_id',
      'practice_version.version',
      'practice_version.title',
      'practice_version.context',
      'practice_version.body',
      'practice_version.topics',
      'practice.life',
      'practice.review_by',
      'practice.team_count',
      'practice.endorsement_count',
      'practice.community_id',
      'community.name as community_name',
    ])
    .select((eb) => [
      personOf(eb).as('owner'),
      creditsOf(eb, CREDITED).as('credits'),
      sql<{ id: string; title: string } | null>`(
        SELECT json_build_object('id', question.id, 'title', question.title)
        FROM question JOIN community home ON home.id = question.community_id
        WHERE question.kept_as = practice.id AND question.hidden_at IS NULL
          AND question.visibility <> 'members' AND home.visibility <> 'by-invitation'
        LIMIT 1)`.as('kept_from'),
    ])
    .where(
      'publication_attempt.id',
      'in',
      attempts.map(({ id }) => id),
    );
