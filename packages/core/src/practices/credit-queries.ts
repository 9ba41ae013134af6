import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import type { Database } from '../sql/database.ts';

/** The columns of a person card, of the table `person` as the query joins it. */
export const personOf = (eb: ExpressionBuilder<Database, 'person'>) =>
  jsonBuildObject({
    id: eb.ref('person.id'),
    name: eb.ref('person.name'),
    affiliation: eb.ref('person.affiliation'),
    guest: eb.ref('person.guest'),
    state: eb.ref('person.state'),
  });

/** Who is credited in a practice. Authors, contributors, reviewers: the alphabet happens to know the order. */
export const creditsOf = (eb: ExpressionBuilder<Database, 'practice'>, most: number) =>
  jsonArrayFrom(
    eb
      .selectFrom('practice_credit as c')
      .innerJoin('person', 'person.id', 'c.person_id')
      .select((of) => ['c.credit', personOf(of).as('person')])
      .whereRef('c.practice_id', '=', 'practice.id')
      .orderBy('c.credit')
      .orderBy('c.since')
      .orderBy('c.person_id')
      .limit(most),
  );
