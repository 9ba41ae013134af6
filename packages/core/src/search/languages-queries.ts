import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { writtenLanguages } from '../sql/written-languages.ts';
import { keptFor } from './kept-for.ts';
import { type Language, languages } from './language.ts';

/** Shorter than it takes until a text is found: the first one in a language is found as soon as any other. */
const KEPT_MS = 1000;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

/** The languages whose word forms are looked for: English, in which short texts count, and what else is written here. */
export const languagesWrittenIn = ({ db, now }: Deps): ((organisationId: string) => Promise<readonly Language[]>) =>
  keptFor(KEPT_MS, now, async (organisationId) => {
    const written = new Set((await writtenQuery(db, { organisationId })).map(({ language }) => language));
    return languages.filter((language) => language === 'english' || written.has(language));
  });

const writtenQuery = prepared<{ organisationId: string }, { readonly language: string }>(
  ({ organisationId }) => sql`SELECT language FROM ${writtenLanguages(organisationId)} AS written`,
);
