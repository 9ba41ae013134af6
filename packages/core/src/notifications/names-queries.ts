import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { microsecondsOf } from '../sql/microseconds.ts';
import {
  shownGathering,
  visibleCommunity,
  visibleGathering,
  visiblePractice,
  visibleQuestion,
} from '../sql/visibility.ts';
import type { Names, SubjectKind } from './happening.ts';
import { sayWhen } from './say-when.ts';

/** Where a page begins: the moment in microseconds and the id of the last of the page before. */
export type Before = readonly [number, string] | undefined;
export const microseconds = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${microsecondsOf(column)} AS at_us`;

/** The viewer's ids: what was sealed before two accounts were linked holds the former one. */
export async function selvesOf(db: Kysely<Database>, { personId }: Actor): Promise<ReadonlySet<string>> {
  const former = await db.selectFrom('person').select('id').where('merged_into', '=', personId).execute();
  return new Set([personId, ...former.map(({ id }) => id)]);
}

export type Of = { readonly subject_kind: string; readonly subject_id: string };
export const nameIn = (names: ReadonlyMap<string, Names>, { subject_kind, subject_id }: Of) =>
  names.get(`${subject_kind} ${subject_id}`);

/** What things are called today, as far as the viewer may see them. An own anonymous question hidden by stewards is not. */
export async function namesOf(
  db: Kysely<Database>,
  actor: Actor,
  rows: readonly Of[],
): Promise<ReadonlyMap<string, Names>> {
  const ids = (kind: SubjectKind) => rows.filter((row) => row.subject_kind === kind).map((row) => row.subject_id);
  const { rows: found } = await sql<{
    key: string;
    subject: string;
    community: string;
    at: Date | null;
    zone: string | null;
  }>`
    SELECT 'question ' || question.id AS key, question.title AS subject, community.name AS community, NULL::timestamptz AS at, NULL AS zone
    FROM question JOIN community ON community.id = question.community_id
    WHERE question.id = ANY(${ids('question')}::uuid[]) AND ${visibleQuestion(actor)}
    UNION ALL
    SELECT 'practice ' || practice.id, practice.title, community.name, NULL, NULL
    FROM practice JOIN community ON community.id = practice.community_id
    WHERE practice.id = ANY(${ids('practice')}::uuid[]) AND ${visiblePractice(actor)}
    UNION ALL
    SELECT 'community ' || community.id, community.name, community.name, NULL, NULL
    FROM community WHERE community.id = ANY(${ids('community')}::uuid[]) AND ${visibleCommunity(actor)}
    UNION ALL
    SELECT 'introduction ' || mine.introduction_id, others.names, community.name, NULL, NULL
    FROM introduced mine
    JOIN introduction ON introduction.id = mine.introduction_id
    JOIN community ON community.id = introduction.community_id
    JOIN LATERAL (SELECT string_agg(p.name, ', ' ORDER BY p.folded_name, p.id) AS names FROM introduced other
      JOIN person p ON p.id = other.person_id AND p.state = 'present'
      WHERE other.introduction_id = mine.introduction_id AND other.person_id <> mine.person_id) others
      ON others.names IS NOT NULL
    WHERE mine.introduction_id = ANY(${ids('introduction')}::uuid[]) AND mine.person_id = ${actor.personId}
    UNION ALL
    SELECT 'circle ' || circle.id, circle.title, community.name, NULL, NULL
    FROM circle JOIN community ON community.id = circle.community_id
    WHERE circle.id = ANY(${ids('circle')}::uuid[]) AND ${visibleCommunity(actor)}
    UNION ALL
    SELECT 'gathering ' || occurrence.id, ${shownGathering.titleOfDate}, community.name, occurrence.starts_at,
      (SELECT time_zone FROM person WHERE id = ${actor.personId})
    FROM occurrence JOIN gathering ON gathering.id = occurrence.gathering_id
    JOIN community ON community.id = gathering.community_id
    WHERE occurrence.id = ANY(${ids('gathering')}::uuid[]) AND ${visibleGathering(actor)}
  `.execute(db);
  return new Map(
    found.map(({ key, subject, community, at, zone }) => [
      key,
      { subject, community, ...(at && zone ? { when: sayWhen(at, zone) } : {}) },
    ]),
  );
}
