import type { Kysely } from 'kysely';
import type { QuestionId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { QuestionThreads } from './ports.ts';

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
