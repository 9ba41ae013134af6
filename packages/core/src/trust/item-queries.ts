import { type Kysely, type RawBuilder, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { PersonCardRow } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import {
  visibleAgendaItem,
  visibleCommunity,
  visibleGatheringText,
  visiblePractice,
  visibleQuestion,
  visibleRecap,
  type Viewer,
} from '../sql/visibility.ts';
import { type Author, reveal } from './authorship.ts';
import type { Item } from './item.ts';
import { pseudonymsOf } from './pseudonym.ts';
import type { Sealing } from './sealing.ts';
import { standingColumns } from './standing-queries.ts';
import { standingOf, type StandingRow } from './standing.ts';
import type { SubjectKind } from './subject.ts';
import { veiledItems, type VeiledRow } from './veiled-queries.ts';

/** An item with the words that stewards see of it. */
export type ShownItem = Item & {
  readonly title: string;
  readonly text: string;
  readonly link: { readonly kind: 'question' | 'practice' | 'gathering'; readonly id: string };
  readonly person: PersonCardRow | undefined;
  readonly pseudonym: string | undefined;
};

type ItemRow = StandingRow & {
  readonly id: string;
  readonly organisation_id: string;
  readonly question_id: string | null;
  readonly occurrence_id: string | null;
  readonly title: string;
  readonly text: string;
  readonly author_id: string | null;
  readonly sealed: Buffer | null;
  readonly asker_sealed: Buffer | null;
  readonly hidden: boolean;
  readonly person: PersonCardRow | null;
  readonly veiled: readonly VeiledRow[] | null;
  readonly reports: number;
  readonly former: readonly string[] | null;
  readonly visible: boolean;
};

const ofQuestion = (item: string) => () =>
  sql`
  ${sql.table(item)} AS item JOIN question ON question.id = item.question_id
  JOIN community ON community.id = question.community_id`;
const inQuestion = {
  asker: sql`question.sealed_author`,
  questionId: sql`question.id`,
  occurrenceId: sql`NULL::uuid`,
  veiled: veiledItems,
};
const byName = {
  sealed: sql`NULL::bytea`,
  asker: sql`NULL::bytea`,
  questionId: sql`NULL::uuid`,
  veiled: sql`NULL::json`,
};

/** Where the items of each kind are, and what they are called there. */
const sources: Readonly<
  Record<
    SubjectKind,
    {
      readonly from: (now: Date) => RawBuilder<unknown>;
      readonly title: RawBuilder<unknown>;
      readonly text: RawBuilder<unknown>;
      readonly author: RawBuilder<unknown>;
      readonly sealed: RawBuilder<unknown>;
      readonly asker: RawBuilder<unknown>;
      readonly questionId: RawBuilder<unknown>;
      readonly occurrenceId: RawBuilder<unknown>;
      readonly veiled: RawBuilder<unknown>;
      readonly there: RawBuilder<unknown>;
      /** Where it is marked as hidden; `item.hidden_at` where it is not said. */
      readonly hiddenAt?: RawBuilder<unknown>;
      readonly visible: (viewer: Viewer) => RawBuilder<boolean>;
    }
  >
> = {
  question: {
    from: () => sql`(SELECT * FROM question) AS item JOIN question ON question.id = item.id
      JOIN community ON community.id = question.community_id`,
    title: sql`question.title`,
    text: sql`question.details`,
    author: sql`item.author_id`,
    sealed: sql`item.sealed_author`,
    ...inQuestion,
    there: sql`true`,
    visible: visibleQuestion,
  },
  answer: {
    from: ofQuestion('answer'),
    title: sql`question.title`,
    text: sql`item.text`,
    author: sql`item.author_id`,
    sealed: sql`item.sealed_author`,
    ...inQuestion,
    there: sql`true`,
    visible: visibleQuestion,
  },
  comment: {
    from: ofQuestion('comment'),
    title: sql`question.title`,
    text: sql`item.text`,
    author: sql`item.author_id`,
    sealed: sql`item.sealed_author`,
    ...inQuestion,
    there: sql`item.removed_at IS NULL`,
    visible: visibleQuestion,
  },
  practice: {
    from: () => sql`(SELECT * FROM practice) AS item JOIN practice ON practice.id = item.id
      JOIN community ON community.id = practice.community_id`,
    title: sql`practice.title`,
    text: sql`practice.body`,
    author: sql`item.owner_id`,
    ...byName,
    occurrenceId: sql`NULL::uuid`,
    there: sql`true`,
    visible: visiblePractice,
  },
  'agenda-item': {
    from: () => sql`agenda_item AS item JOIN occurrence ON occurrence.id = item.occurrence_id
      JOIN gathering ON gathering.id = occurrence.gathering_id JOIN community ON community.id = gathering.community_id`,
    title: sql`coalesce(occurrence.title, gathering.title)`,
    text: sql`item.text`,
    author: sql`item.by`,
    ...byName,
    occurrenceId: sql`occurrence.id`,
    there: sql`true`,
    visible: visibleAgendaItem,
  },
  // Its page is that of its next date, or of the last one. A date may have a title of its own.
  gathering: {
    from: (now) => sql`(SELECT * FROM gathering) AS item JOIN gathering ON gathering.id = item.id
      JOIN community ON community.id = gathering.community_id
      JOIN LATERAL (SELECT o.id FROM occurrence o WHERE o.gathering_id = gathering.id
        ORDER BY o.ends_at > ${now} DESC, CASE WHEN o.ends_at > ${now} THEN o.ends_at END, o.ends_at DESC LIMIT 1
      ) occurrence ON true`,
    title: sql`gathering.title`,
    text: sql`concat_ws(E'\n\n', (SELECT string_agg(DISTINCT o.title, E'\n\n') FROM occurrence o
      WHERE o.gathering_id = gathering.id AND o.title IS NOT NULL), gathering.description)`,
    author: sql`gathering.scheduled_by`,
    ...byName,
    occurrenceId: sql`occurrence.id`,
    there: sql`true`,
    visible: visibleGatheringText,
  },
  recap: {
    from: () => sql`(SELECT * FROM occurrence) AS item JOIN occurrence ON occurrence.id = item.id
      JOIN gathering ON gathering.id = occurrence.gathering_id JOIN community ON community.id = gathering.community_id`,
    title: sql`coalesce(occurrence.title, gathering.title)`,
    text: sql`concat_ws(E'\n\n', occurrence.recap, array_to_string(occurrence.outcomes, E'\n\n'))`,
    author: sql`occurrence.recap_by`,
    ...byName,
    occurrenceId: sql`occurrence.id`,
    there: sql`occurrence.recap IS NOT NULL`,
    hiddenAt: sql`occurrence.recap_hidden_at`,
    visible: visibleRecap,
  },
};

/** An item as somebody meets it, who may see it or not. */
export type MetItem = ShownItem & { readonly visible: boolean };

export type ItemDeps = { readonly db: Kysely<Database>; readonly sealing: Sealing; readonly now: () => Date };

/**
 * The items of one kind with these ids, as the actor meets them; `visible` tells whether the actor may see them. An
 * administrator may see what is hidden in communities that they can see, to show it again.
 */
export async function readItems(
  { db, sealing, now }: ItemDeps,
  actor: Actor,
  { kind, ids }: { readonly kind: SubjectKind; readonly ids: readonly string[] },
): Promise<readonly MetItem[]> {
  if (ids.length === 0) return [];
  const { from, title, text, author, sealed, asker, questionId, occurrenceId, veiled, there, visible } = sources[kind];
  const hiddenAt = sources[kind].hiddenAt ?? sql`item.hidden_at`;
  const { rows } = await sql<ItemRow>`
    SELECT item.id, community.organisation_id, ${questionId} AS question_id,
      ${occurrenceId} AS occurrence_id, ${title} AS title, ${text} AS text,
      ${author} AS author_id, ${sealed} AS sealed, ${asker} AS asker_sealed, ${hiddenAt} IS NOT NULL AS hidden,
      CASE WHEN p.id IS NOT NULL THEN ${personJson('p')} END AS person, ${veiled} AS veiled,
      (SELECT count(*) FROM report r WHERE r.subject_id = item.id AND r.answered_at IS NULL) AS reports,
      (SELECT json_agg(f.id) FROM person f WHERE f.merged_into = ${actor.personId}) AS former,
      (${visible(actor)} OR (${actor.administrator} AND ${visibleCommunity(actor)})) AS visible,
      ${standingColumns(actor)}
    FROM ${from(now())} LEFT JOIN person p ON p.id = ${author}
    WHERE item.id = ANY(${ids}::uuid[]) AND community.organisation_id = ${actor.organisationId} AND ${there}
  `.execute(db);
  return rows.map((row) => itemOf(actor, row, { kind, sealing, now: now() }));
}

function itemOf(
  actor: Actor,
  row: ItemRow,
  { kind, sealing, now }: { readonly kind: SubjectKind; readonly sealing: Sealing; readonly now: Date },
): MetItem {
  const author: Author = row.sealed ? { sealed: row.sealed } : { personId: row.author_id as PersonId };
  return {
    subject: { kind, id: row.id },
    organisationId: row.organisation_id as OrganisationId,
    communityId: row.community_id as CommunityId,
    questionId: row.question_id ?? undefined,
    occurrenceId: row.occurrence_id ?? undefined,
    author,
    by: reveal(sealing, author, row.id),
    hidden: row.hidden,
    reports: row.reports,
    standing: standingOf(actor, row, now),
    selves: [actor.personId, ...((row.former ?? []) as PersonId[])],
    title: row.title,
    text: row.text,
    link: linkOf(row),
    person: row.person ?? undefined,
    pseudonym: row.sealed ? pseudonymIn(row, sealing) : undefined,
    visible: row.visible,
  };
}

function linkOf({ id, question_id, occurrence_id }: ItemRow): ShownItem['link'] {
  if (question_id !== null) return { kind: 'question', id: question_id };
  return occurrence_id === null ? { kind: 'practice', id } : { kind: 'gathering', id: occurrence_id };
}

function pseudonymIn({ id, question_id, asker_sealed, veiled }: ItemRow, { open }: Sealing) {
  const asker =
    asker_sealed && question_id ? { itemId: question_id, personId: open(asker_sealed, question_id) } : undefined;
  const items = (veiled ?? []).map((item) => ({
    itemId: item.id,
    personId: open(Buffer.from(item.sealed, 'base64'), item.id),
  }));
  return pseudonymsOf(asker, items).get(id);
}
