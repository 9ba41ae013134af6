import { CompiledQuery, type Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Viewer } from './visibility.ts';

/** A statement in SQL, or one that Kysely puts together. */
type Statement<Row> = { compile(db: Kysely<Database>): CompiledQuery<Row> };

type Run<Values, Row> = (db: Kysely<Database>, values: Values) => Promise<Row[]>;

/** Stands where a value will stand, so that one compiled statement serves every call. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement that is put together once and only filled in afterwards, for reads that every page makes: putting a long
 * one together takes longer than PostgreSQL needs to answer it, and one and the same text is found among the prepared
 * statements by its hash.
 *
 * `build` gets a place for each value instead of the value. It may put them into the statement and nothing else: where
 * a value decides what the statement looks like, make one `prepared` for each look (see `preparedBy`). With `db` Kysely
 * puts a statement together; nothing is asked of it.
 */
export function prepared<Values extends object, Row>(
  build: (places: Values, db: Kysely<Database>) => Statement<Row>,
  { merging = false }: Preparing = {},
): Run<Values, Row> {
  let compiled: CompiledQuery | undefined;
  return async (db, values) => {
    compiled ??= merging ? merged(build(places<Values>(), db).compile(db)) : build(places<Values>(), db).compile(db);
    const filled = compiled.parameters.map((value) =>
      value instanceof Place ? values[value.name as keyof Values] : value,
    );
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(compiled.sql, filled));
    return rows;
  };
}

/**
 * `merging`: a value that stands in many places is sent once, for statements in which a few values come back dozens of
 * times. It must be of the same type in all of them.
 */
export type Preparing = { readonly merging?: boolean };

function merged({ sql: text, parameters }: CompiledQuery): CompiledQuery {
  const kept: unknown[] = [];
  const numbers = parameters.map((value) => {
    const known =
      value instanceof Place ? kept.findIndex((one) => one instanceof Place && one.name === value.name) : -1;
    return known >= 0 ? known + 1 : kept.push(value);
  });
  return CompiledQuery.raw(
    text.replaceAll(/\$(\d+)/gu, (_, number: string) => `$${numbers[Number(number) - 1]}`),
    kept,
  );
}

/** One `prepared` statement for each look, by a key of few possible values. */
export function preparedBy<Look, Values extends object, Row>(
  keyOf: (look: Look) => string,
  build: (look: Look, places: Values, db: Kysely<Database>) => Statement<Row>,
  preparing: Preparing = {},
): (look: Look) => Run<Values, Row> {
  const known = new Map<string, Run<Values, Row>>();
  return (look) => {
    const key = keyOf(look);
    const run = known.get(key) ?? prepared<Values, Row>((places, db) => build(look, places, db), preparing);
    known.set(key, run);
    return run;
  };
}

const places = <Values>() => new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values;

/** Visibility reads differently for guests, and is the same for everybody else. */
export type Guest = Pick<Viewer, 'guest'>;
export const byGuest = ({ guest }: Guest) => (guest ? 'guest' : 'colleague');
export const viewerOf = ({ guest }: Guest, { personId, organisationId }: Viewer): Viewer => ({
  personId,
  organisationId,
  guest,
});
