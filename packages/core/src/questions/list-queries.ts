import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { type Guest, prepared, preparedBy, viewerOf } from '../sql/prepared.ts';
import { visibleQuestion, type Viewer } from '../sql/visibility.ts';
import type { Sealing } from '../trust/sealing.ts';
import { fromQuestions, questionCardColumns } from './card-queries.ts';
import { type QuestionCardRow, viewQuestionCard } from './card-view.ts';
import type { QuestionPage, QuestionsQuery } from './contract.ts';
import { listAsked } from './mine-queries.ts';
import { unsolvedStates } from './state.ts';
import { utc } from '../kernel/instant.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Sealing };
type Sort = QuestionsQuery['sort'];

const orders = {
  active: { column: sql`question.active_at`, type: sql`timestamptz`, of: (row: QuestionCardRow) => row.active_at },
  newest: { column: sql`question.asked_at`, type: sql`timestamptz`, of: (row: QuestionCardRow) => row.asked_at },
  'me-too': { column: sql`question.me_too_count`, type: sql`integer`, of: (row: QuestionCardRow) => row.me_too_count },
} as const satisfies Readonly<Record<Sort, unknown>>;

/** Up to so many questions of a topic are sorted; of more, the newest are soon found in the order of the list. */
const RARE = 500;

/**
 * One page of the questions that the actor may see: an index scan that stops after one page.
 *
 * With a topic it would walk through everything in search of a rare one, so those are looked up by the topic's index.
 * PostgreSQL cannot choose, because one prepared statement serves all topics.
 */
export async function listQuestions({ db, sealing }: Deps, actor: Actor, query: QuestionsQuery): Promise<QuestionPage> {
  if (query.mine === 'asked') return listAsked({ db, sealing }, actor, query);

  const after =
    query.sort === 'me-too' ? readCursor(query.cursor, 'number', 'id') : readCursor(query.cursor, 'instant', 'id');
  const rare = query.topic !== undefined && (await isRare(db, query.topic));
  const rows = await bySort({ ...query, guest: actor.guest, later: after !== undefined, rare })(db, {
    ...actor,
    communityId: query.communityId,
    topic: [query.topic],
    state: query.state,
    place: after?.[0],
    id: after?.[1],
  });
  const { of } = orders[query.sort];
  return pageOf(
    rows,
    query.limit,
    (row) => [cursorPart(of(row)), row.id],
    (row) => viewQuestionCard(sealing, actor, row),
  );
}

const cursorPart = (key: Date | number) => (key instanceof Date ? utc(key) : key);

type Look = Pick<QuestionsQuery, 'communityId' | 'topic' | 'state' | 'unsolved' | 'mine' | 'sort' | 'limit'> &
  Guest & { readonly later: boolean; readonly rare: boolean };
type Places = Viewer & {
  readonly communityId: unknown;
  readonly topic: unknown;
  readonly state: unknown;
  readonly place: unknown;
  readonly id: unknown;
};

const bySort = preparedBy<Look, Places, QuestionCardRow>(
  ({ guest, communityId, topic, state, unsolved, mine, later, rare, sort, limit }) =>
    `${[guest, communityId, topic, state, unsolved, mine, later, rare].map((one) => (one ? 1 : 0)).join('')}${sort}${limit}`,
  (look, places) => {
    const viewer = viewerOf(look, places);
    const { column, type } = orders[look.sort];
    return sql<QuestionCardRow>`
      ${look.rare ? sql`WITH tagged AS MATERIALIZED (SELECT id FROM question WHERE ${tagged(places.topic)})` : sql``}
      SELECT ${questionCardColumns(viewer)}
      FROM ${fromQuestions}
      WHERE ${conditions(viewer, look, places)}
        ${look.later ? sql`AND (${column}, question.id) < (${places.place}::${type}, ${places.id}::uuid)` : sql``}
      ORDER BY ${column} DESC, question.id DESC
      LIMIT ${sql.lit(look.limit + 1)}
    `;
  },
);

/** `look` says which filters there are, `values` where what they are will stand. */
function conditions(viewer: Viewer, look: Look, values: Places): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [visibleQuestion(viewer)];
  if (look.communityId) all.push(sql`question.community_id = ${values.communityId}::uuid`);
  if (look.rare) all.push(sql`question.id IN (SELECT id FROM tagged)`);
  else if (look.topic) all.push(tagged(values.topic));
  if (look.state) all.push(sql`question.state = ${values.state}`);
  if (look.unsolved) all.push(sql`question.state IN (${sql.join(unsolvedStates.map((state) => sql.lit(state)))})`);
  if (look.mine)
    all.push(sql`question.id IN (SELECT question_id FROM answer WHERE answer.author_id = ${viewer.personId})`);
  return sql.join(all, sql` AND `);
}

const tagged = (topic: unknown) => sql`question.topics @> ${topic}::text[]`;

/** Topics that were found to be common stay so; of those that are asked for, so many are remembered. */
const common = new WeakMap<Kysely<Database>, Set<string>>();
const REMEMBERED = 1000;

async function isRare(db: Kysely<Database>, topic: string): Promise<boolean> {
  const known = common.get(db) ?? new Set<string>();
  if (known.has(topic)) return false;
  const [counted] = await upToRare(db, { topic: [topic] });
  const isCommon = (counted?.questions ?? 0) >= RARE;
  if (isCommon && known.size < REMEMBERED) common.set(db, known.add(topic));
  return !isCommon;
}

const upToRare = prepared<{ readonly topic: readonly string[] }, { readonly questions: number }>(
  ({ topic }) => sql<{ questions: number }>`
    SELECT count(*) AS questions FROM (SELECT FROM question WHERE ${tagged(topic)} LIMIT ${sql.lit(RARE)}) found`,
);
