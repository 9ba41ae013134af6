import type { Kysely } from 'kysely';
import type { OrganisationId, QuestionId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';

/** Which question is talked about where. A thread is known by its address in the other tool, and read by nobody else. */
export type QuestionThreads = {
  find(organisationId: OrganisationId, thread: string): Promise<QuestionId | undefined>;
  /** The question that was shown there last is the one that is talked about. */
  note(organisationId: OrganisationId, thread: string, questionId: QuestionId): Promise<void>;
};

export function sqlQuestionThreads({ db }: { readonly db: Kysely<Database> }): QuestionThreads {
  return {
    async find(organisationId, thread) {
      const found = await db
        .selectFrom('question_thread')
        .select('question_id')
        .where('organisation_id', '=', organisationId)
        .where('thread', '=', thread)
        .executeTakeFirst();
      return found?.question_id as QuestionId | undefined;
    },

    async note(organisationId, thread, questionId) {
      await db
        .insertInto('question_thread')
        .values({ organisation_id: organisationId, thread, question_id: questionId })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'thread']).doUpdateSet({ question_id: questionId }),
        )
        .execute();
    },
  };
}
