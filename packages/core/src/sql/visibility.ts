import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';

/**
 * Who may see what, as SQL conditions: the one place where lists and searches take it from, so that a list can never
 * show what a page would refuse. Each is a boolean expression over tables that the query calls by their own names.
 *
 * The subqueries depend on the actor only; PostgreSQL reads each once per query (hashed), by an index on the person.
 */
export type Viewer = Pick<Actor, 'personId' | 'organisationId' | 'guest'>;

type Each = { readonly personId: RawBuilder<unknown>; readonly organisationId: RawBuilder<unknown> };

/**
 * Whether it is visible to somebody who stands in the row. Needs the table `person`, which is them; `each` says where their
 * ids are.
 */
export function visibleToEach(visible: (viewer: Viewer) => RawBuilder<boolean>, each: Each): RawBuilder<boolean> {
  const to = (guest: boolean) => visible({ ...(each as unknown as Omit<Viewer, 'guest'>), guest });
  return sql<boolean>`(CASE WHEN person.guest THEN ${to(true)} ELSE ${to(false)} END)`;
}

/**
 * Needs the table `community`. Open and on-request communities are there for everyone of the organisation, for guests
 * only where the reach is partners; members and invited people see theirs whatever it is.
 */
export function visibleCommunity({ personId, organisationId, guest }: Viewer): RawBuilder<boolean> {
  const listed = guest ? sql`community.reach = 'partners'` : sql`true`;
  return sql<boolean>`(
    community.organisation_id = ${organisationId}
    AND (
      (community.visibility <> 'by-invitation' AND ${listed})
      OR community.id IN (
        SELECT community_id FROM membership WHERE person_id = ${personId} AND state IN ('member', 'invited')
      )
    )
  )`;
}

/**
 * Needs the table `community`. Beside those that the viewer may see, an administrator knows of the living communities by
 * invitation that nobody coordinates, so that they can find somebody who does. Only pages and lists of communities ask
 * this; what stands in a community asks `visibleCommunity` and its like, so that knowing of it shows none of that.
 */
export function knownCommunity(viewer: Viewer, administrator: boolean): RawBuilder<boolean> {
  if (!administrator || viewer.guest) return visibleCommunity(viewer);
  return sql<boolean>`(
    ${visibleCommunity(viewer)}
    OR (community.organisation_id = ${viewer.organisationId} AND community.visibility = 'by-invitation'
      AND community.closed_at IS NULL AND ${uncoordinated})
  )`;
}

/** Needs the table `community`. Nobody coordinates it, which only an import or an erasure leaves behind. */
export const uncoordinated: RawBuilder<boolean> = sql<boolean>`NOT EXISTS (
  SELECT FROM role_grant g WHERE g.community_id = community.id AND g.role = 'coordinator')`;

/**
 * Needs the tables `practice` and `community` (its own, joined). Beyond the members a practice goes as far as its
 * visibility says, but never out of a community by invitation, whose very name is not for others.
 *
 * A draft is for its owner, the people it credits, and the community's knowledge stewards and coordinators.
 */
export function visiblePractice({ personId, organisationId, guest }: Viewer): RawBuilder<boolean> {
  const reaches = guest
    ? sql`practice.visibility = 'partners'`
    : sql`practice.visibility IN ('organisation', 'partners')`;
  return sql<boolean>`(
    practice.organisation_id = ${organisationId}
    AND (practice.hidden_at IS NULL OR practice.owner_id = ${personId} OR practice.community_id IN (${stewarded(personId)}))
    AND (
      (practice.life <> 'draft' AND community.visibility <> 'by-invitation' AND ${reaches})
      OR (practice.life <> 'draft' AND practice.community_id IN (
        SELECT community_id FROM membership WHERE person_id = ${personId} AND state = 'member'
      ))
      OR practice.owner_id = ${personId}
      OR practice.id IN (SELECT practice_id FROM practice_credit WHERE person_id = ${personId})
      OR practice.community_id IN (${stewarded(personId)})
    )
  )`;
}

/**
 * Needs the tables `question` and `community` (its own, joined). It goes as far as its visibility says, but never out of
 * a community by invitation. What stewards have hidden is for them and for whoever asked it.
 *
 * An anonymous asker cannot be told in SQL: for them, pages open the seal (see questions/view.ts).
 */
export function visibleQuestion({ personId, organisationId, guest }: Viewer): RawBuilder<boolean> {
  const reaches = guest
    ? sql`question.visibility = 'partners'`
    : sql`question.visibility IN ('organisation', 'partners')`;
  return sql<boolean>`(
    question.organisation_id = ${organisationId}
    AND (question.hidden_at IS NULL OR question.author_id = ${personId} OR question.community_id IN (${stewarded(personId)}))
    AND (
      (community.visibility <> 'by-invitation' AND ${reaches})
      OR question.community_id IN (
        SELECT community_id FROM membership WHERE person_id = ${personId} AND state = 'member'
      )
      OR question.author_id = ${personId}
    )
  )`;
}

/**
 * Needs the tables `gathering` and `community` (its own, joined). It goes as far as its visibility says, but never out of
 * a community by invitation. Whoever hosts it sees it: a speaker need not be a member.
 */
export function visibleGathering(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(
    gathering.organisation_id = ${viewer.organisationId}
    AND (
      ${reachedBy(viewer)}
      OR gathering.id IN (SELECT gathering_id FROM gathering_host WHERE person_id = ${viewer.personId})
    )
  )`;
}

/** Needs `visibleGathering`'s tables. Whoever would see it although they host none of it. */
export const reachedGathering = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`(
  gathering.organisation_id = ${viewer.organisationId} AND (${reachedBy(viewer)}))`;

const reachedBy = ({ personId, guest }: Viewer) => sql`
      (community.visibility <> 'by-invitation' AND ${
        guest ? sql`gathering.visibility = 'partners'` : sql`gathering.visibility IN ('organisation', 'partners')`
      })
      OR gathering.community_id IN (
        SELECT community_id FROM membership WHERE person_id = ${personId} AND state = 'member'
      )`;

/** Stands in place of what a gathering is called, where stewards have hidden that. */
const HIDDEN_TITLE = sql.lit('Title hidden by a steward');

/**
 * Needs the table `gathering`. What it is called and says about itself in lists, calendars and messages: others may read
 * along there, so what is hidden is hidden even from its author. Only its page shows that, to those who must see it.
 */
export const shownGathering = {
  title: sql<string>`CASE WHEN gathering.hidden_at IS NULL THEN gathering.title ELSE ${HIDDEN_TITLE} END`,
  /** Needs the table `occurrence`, too: one date may have its own title. */
  titleOfDate: sql<string>`CASE WHEN gathering.hidden_at IS NULL THEN coalesce(occurrence.title, gathering.title)
    ELSE ${HIDDEN_TITLE} END`,
  summary: sql<string>`CASE WHEN gathering.hidden_at IS NULL THEN gathering.summary ELSE '' END`,
  description: sql<string>`CASE WHEN gathering.hidden_at IS NULL THEN gathering.description ELSE '' END`,
};

/** Needs `visibleGathering`'s tables. What stewards have hidden of it is for them and for whoever scheduled it. */
export const visibleGatheringText = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`(
  ${visibleGathering(viewer)} AND (gathering.hidden_at IS NULL OR gathering.scheduled_by = ${viewer.personId}
    OR gathering.community_id IN (${stewarded(viewer.personId)})))`;

/** Needs `visibleGathering`'s tables and `occurrence`. The same for what came of a date. */
export const visibleRecap = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`(
  ${visibleGathering(viewer)} AND (occurrence.recap_hidden_at IS NULL OR occurrence.recap_by = ${viewer.personId}
    OR gathering.community_id IN (${stewarded(viewer.personId)})))`;

/** Needs `visibleGathering`'s tables and `item`, an item of its agenda. What stewards have hidden is for them and its author. */
export const visibleAgendaItem = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`(
  ${visibleGathering(viewer)} AND (item.hidden_at IS NULL OR item.by = ${viewer.personId}
    OR gathering.community_id IN (${stewarded(viewer.personId)})))`;

/** Whom somebody shares a community with, and themselves if there is one. */
export const metInCommunities = (personId: Viewer['personId']) => sql`
  SELECT theirs.person_id FROM membership AS mine
  JOIN membership AS theirs ON theirs.community_id = mine.community_id AND theirs.state = 'member'
  WHERE mine.person_id = ${personId} AND mine.state = 'member'`;

/**
 * The same people as `visiblePerson`, for a list of people in the order of their names: of a guest it begins with the
 * few whom they know, where the other would go through everybody. For single people the other is quicker.
 */
export function visiblePeople(viewer: Viewer): RawBuilder<boolean> {
  const { personId, organisationId, guest } = viewer;
  if (!guest) return visiblePerson(viewer);
  return sql<boolean>`(
    person.organisation_id = ${organisationId} AND person.state = 'present'
    AND person.id IN (${metInCommunities(personId)} UNION ALL SELECT ${personId}::uuid)
  )`;
}

/** The communities in whose content the viewer keeps order. */
const stewarded = (personId: Viewer['personId']) => sql`
  SELECT community_id FROM role_grant WHERE person_id = ${personId} AND role IN ('knowledge-steward', 'coordinator')`;

/**
 * Needs the table `person`. Colleagues see everyone of the organisation, its guests too (else nobody could invite
 * them). A guest sees themselves and the people they share a community with, because an organisation's staff list is
 * not for its partners.
 */
export function visiblePerson({ personId, organisationId, guest }: Viewer): RawBuilder<boolean> {
  const present = sql`person.organisation_id = ${organisationId} AND person.state = 'present'`;
  if (!guest) return sql<boolean>`(${present})`;
  return sql<boolean>`(${present} AND (person.id = ${personId} OR person.id IN (${metInCommunities(personId)})))`;
}
