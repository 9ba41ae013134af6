import { type Kysely, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { microsecondsOf, olderThan } from '../sql/microseconds.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import { circlesIn } from './circle-queries.ts';
import { SHOWN_FROM } from './mentoring.ts';
import { notesOf } from './mentorship-store.ts';
import type { LearningViews } from './ports.ts';
import { canStillAgree } from './still-queries.ts';
import {
  type MentorshipRow,
  type MyOfferRow,
  type OfferRow,
  type RequestRow,
  type SeekerRow,
  viewMentorship,
  viewMyOffer,
  viewOffer,
  viewRequest,
  viewSeeker,
} from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

/** Of each kind, on a person's own page. */
const MOST = 50;

export function sqlLearningViews({ db, now }: Deps): LearningViews {
  return {
    async offers(actor, communityId, query) {
      const [offers, counts] = await Promise.all([
        offersQuery(communityId, query, now()).execute(db),
        countsQuery(actor, communityId).execute(db),
      ]);
      const { active = 0, offers: offering = false, looks = false } = counts.rows[0] ?? {};
      return {
        ...pageOf(offers.rows, query.limit, ({ since_us, person }) => [since_us, person.id], viewOffer),
        ...(active >= SHOWN_FROM ? { activeCount: active } : {}),
        mine: { offers: offering, looks },
      };
    },

    async mine(actor) {
      const [offers, requests, seekers, mentorships, circles] = await Promise.all([
        myOffersQuery(actor).execute(db),
        myRequestsQuery(actor).execute(db),
        mySeekersQuery(actor).execute(db),
        myMentorshipsQuery(actor).execute(db),
        circlesIn(db, actor, { peerId: actor.personId }, { limit: MOST }),
      ]);
      return {
        offers: offers.rows.map((row) => viewMyOffer(row, now())),
        requests: requests.rows.map(viewRequest),
        seekers: seekers.rows.map(viewSeeker),
        mentorships: mentorships.rows.map((row) => viewMentorship(row, actor.personId)),
        circles: circles.items,
      };
    },

    circles: (actor, of, query) => circlesIn(db, actor, of, query),
  };
}

const communityJson = sql`json_build_object('id', community.id, 'name', community.name) AS community`;

/** Who left the community, or the organisation, offers nothing in it any more. */
const offersQuery = (
  communityId: CommunityId,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  now: Date,
) => sql<OfferRow & { readonly since_us: number }>`
    SELECT ${personJson('p')} AS person, o.topics, o.rhythm, o.note, o.since, ${microsecondsOf(sql`o.since`)} AS since_us,
      ((o.paused_until IS NULL OR o.paused_until <= ${now}) AND (n.away_until IS NULL OR n.away_until <= ${now})
        AND (SELECT count(*) FROM mentorship s WHERE s.community_id = o.community_id AND s.mentor_id = o.person_id
          AND s.state <> 'closed') < o.room) AS free
    FROM mentor_offer o
    JOIN person p ON p.id = o.person_id AND p.state = 'present' AND NOT p.service_account
    JOIN membership m ON m.community_id = o.community_id AND m.person_id = o.person_id AND m.state = 'member'
    LEFT JOIN notification_setting n ON n.person_id = o.person_id
    WHERE o.community_id = ${communityId} AND ${olderThan(sql`o.since`, sql`o.person_id`, readCursor(cursor, 'number', 'id'))}
    ORDER BY o.since DESC, o.person_id DESC
    LIMIT ${sql.lit(limit + 1)}
  `;

const countsQuery = ({ personId }: Actor, communityId: CommunityId) => sql<{
  readonly active: number;
  readonly offers: boolean;
  readonly looks: boolean;
}>`
  SELECT (SELECT count(*) FROM mentorship WHERE community_id = ${communityId} AND state = 'active') AS active,
    EXISTS (SELECT FROM mentor_offer WHERE community_id = ${communityId} AND person_id = ${personId}) AS offers,
    EXISTS (SELECT FROM mentoring_request WHERE seeker_id = ${personId} AND live = ${communityId}::text) AS looks
`;

const myOffersQuery = (actor: Actor) => sql<MyOfferRow>`
  SELECT ${communityJson}, o.topics, o.room, o.rhythm, o.note, o.paused_until, o.since,
    (SELECT count(*) FROM mentorship s WHERE s.community_id = o.community_id AND s.mentor_id = o.person_id
      AND s.state <> 'closed') AS taken
  FROM mentor_offer o JOIN community ON community.id = o.community_id
  WHERE o.person_id = ${actor.personId} AND ${visibleCommunity(actor)}
  ORDER BY o.since DESC LIMIT ${sql.lit(MOST)}
`;

const myRequestsQuery = (actor: Actor) => sql<RequestRow>`
  SELECT q.id, ${communityJson}, q.goal, q.topics, q.rhythm, q.state, q.created_at,
    (SELECT count(*) FROM mentoring_proposal r WHERE r.request_id = q.id) AS asked,
    (SELECT max(r.until) FROM mentoring_proposal r WHERE r.request_id = q.id AND r.state = 'asked') AS until
  FROM mentoring_request q JOIN community ON community.id = q.community_id
  WHERE q.seeker_id = ${actor.personId} AND q.state <> 'withdrawn' AND ${visibleCommunity(actor)}
  ORDER BY q.created_at DESC LIMIT ${sql.lit(MOST)}
`;

const mySeekersQuery = (actor: Actor) => sql<SeekerRow>`
  SELECT q.id, ${communityJson}, ${personJson('p')} AS person, q.goal, q.topics, q.rhythm, r.because, r.until, r.state,
    q.wished_id IS NOT DISTINCT FROM r.mentor_id AS wished
  FROM mentoring_proposal r
  JOIN mentoring_request q ON q.id = r.request_id AND q.state IN ('looking', 'asked')
  JOIN person p ON p.id = q.seeker_id AND p.state = 'present'
  JOIN community ON community.id = q.community_id
  WHERE r.mentor_id = ${actor.personId} AND ${visibleCommunity(actor)}
    AND (r.state = 'asked' OR (r.state = 'silent' AND q.state = 'looking'))
    AND ${canStillAgree(sql`r.mentor_id`)}
  ORDER BY r.asked_at DESC LIMIT ${sql.lit(MOST)}
`;

/** The two keep theirs, also when one of them has left the community. */
const myMentorshipsQuery = ({ personId, organisationId }: Actor) => sql<MentorshipRow>`
  SELECT s.id, ${communityJson}, s.mentor_id, ${personJson('p')} AS other, s.goal, s.topics, s.rhythm, s.state,
    s.paused_until, s.began_at, s.closed_at, s.revision,
    ${notesOf(sql`s.id`)}
  FROM mentorship s
  JOIN community ON community.id = s.community_id
  JOIN person p ON p.id = CASE WHEN s.mentor_id = ${personId} THEN s.mentee_id ELSE s.mentor_id END
  WHERE ${personId} IN (s.mentor_id, s.mentee_id) AND s.organisation_id = ${organisationId}
  ORDER BY s.closed_at IS NOT NULL, s.began_at DESC LIMIT ${sql.lit(MOST)}
`;
