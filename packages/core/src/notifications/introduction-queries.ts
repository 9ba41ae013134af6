import type { Kysely } from 'kysely';
import { introductionsOf } from '../introductions/queries.ts';
import type { IntroductionId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { sayWhen } from './say-when.ts';

type Row = {
  readonly what: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly recipient_id: string | null;
};

/**
 * What a message about an introduction says beside its title, by introduction and recipient: what they have in common and
 * how to begin, or the time that was found.
 */
export async function groundsOf(
  { db, now }: { readonly db: Kysely<Database>; readonly now: () => Date },
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const about = rows.filter((row) => row.subject_kind === 'introduction' && row.recipient_id !== null);
  if (about.length === 0) return new Map();
  const found = await introductionsOf(
    db,
    about.map((row) => ({ id: row.subject_id as IntroductionId, personId: row.recipient_id as PersonId })),
    now(),
  );
  return new Map(
    about.flatMap(({ what, subject_id, recipient_id }) => {
      const key = `${subject_id} ${recipient_id}`;
      const one = found.get(key);
      if (!one || what === 'introduction-asked') return [];
      const agreed = one.view.agreed && sayWhen(new Date(one.view.agreed), one.timeZone);
      const words = what === 'introduction-time' ? (agreed ?? '') : [...one.view.shared, one.view.opener].join(' ');
      return [[key, words] as const];
    }),
  );
}
