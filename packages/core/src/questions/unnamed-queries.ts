import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import type { Sealing } from '../trust/sealing.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Pick<Sealing, 'open'> };

type Text = { readonly id: string; readonly title: string | null; readonly text: string; readonly at: Date } & {
  readonly what: 'question' | 'answer' | 'comment';
  readonly question_id: string;
};
type Row = Text & { readonly sealed_author: Buffer; readonly former: readonly string[] | null };

/** Seals that are opened in one go, so that others are served in between. */
const AT_ONCE = 5000;

/**
 * All that the actor wrote without a name, the oldest first, for themselves alone.
 *
 * Nothing in the database says what is theirs, so every seal in the communities is opened that they have taken part in.
 */
export const sqlUnnamed =
  ({ db, sealing }: Deps) =>
  async (actor: Pick<Actor, 'personId' | 'organisationId'>): Promise<Record<string, unknown>[]> => {
    const own: Text[] = [];
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const { rows }: { rows: Row[] } = await sealedQuery(actor, after).execute(db);
      const selves = new Set<string>([actor.personId, ...(rows[0]?.former ?? [])]);
      own.push(...rows.filter(({ id, sealed_author }) => selves.has(sealing.open(sealed_author, id) ?? '')));
      after = rows.length === AT_ONCE ? rows.at(-1)?.id : undefined;
    }
    return own.map(({ what, id, question_id, title, text, at }) => ({ what, id, question_id, title, text, at }));
  };

const FIRST = '00000000-0000-0000-0000-000000000000';

const sealedQuery = (
  { personId, organisationId }: Pick<Actor, 'personId' | 'organisationId'>,
  after: string,
) => sql<Row>`
  WITH within AS (
    SELECT id, title, details, asked_at, sealed_author FROM question
    WHERE organisation_id = ${organisationId}
      AND asked_in IN (SELECT community_id FROM membership WHERE person_id = ${personId}))
  SELECT w.*, (SELECT json_agg(f.id) FROM person f WHERE f.merged_into = ${personId}) AS former FROM (
    SELECT 'question' AS what, id, id AS question_id, title, details AS text, asked_at AS at, sealed_author FROM within
    UNION ALL
    SELECT 'answer', a.id, a.question_id, within.title, a.text, a.at, a.sealed_author
    FROM answer a JOIN within ON within.id = a.question_id
    UNION ALL
    SELECT 'comment', c.id, c.question_id, within.title, c.text, c.at, c.sealed_author
    FROM comment c JOIN within ON within.id = c.question_id WHERE c.removed_at IS NULL) w
  WHERE w.sealed_author IS NOT NULL AND w.id > ${after}
  ORDER BY w.id LIMIT ${sql.lit(AT_ONCE)}
`;
