import type { Kysely } from 'kysely';
import type { OrganisationId, QuestionId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';

/** What is shown in a thread: a question, and the message that shows it, where that is known. */
export type Shown = { readonly questionId: QuestionId; readonly message: string | undefined };

/** Which question is talked about where. A thread is known by its address in the other tool. */
export type QuestionThreads = {
  find(organisationId: OrganisationId, thread: string): Promise<Shown | undefined>;
  /** The question that was shown there last is the one that is talked about. */
  note(organisationId: OrganisationId, thread: string, shown: Shown): Promise<void>;
};

export function sqlQuestionThreads({ db }: { readonly db: Kysely<Database> }): QuestionThreads {
  return {
    async find(organisationId, thread) {
      const found = await db
        .selectFrom('question_thread')
        .select(['question_id', 'message'])
        .where('organisation_id', '=', organisationId)
        .where('thread', '=', thread)
        .executeTakeFirst();
      return found && { questionId: found.question_id as QuestionId, message: found.message ?? undefined };
    },

    async note(organisationId, thread, { questionId, message }) {
      const shown = { question_id: questionId, message: message ?? null };
      await db
        .insertInto('question_thread')
        .values({ organisation_id: organisationId, thread, ...shown })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'thread']).doUpdateSet(shown))
        .execute();
    },
  };
}
