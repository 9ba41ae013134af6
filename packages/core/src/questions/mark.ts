import type { PersonId } from '../kernel/ids.ts';
import type { Sealing } from '../trust/sealing.ts';

/** The marks of one person in one question: they hold there only, and those of the two kinds differ. */
export const marksOf = ({ marks }: Pick<Sealing, 'marks'>, personId: PersonId, questionId: string) => ({
  meToo: marks(personId, `me-too ${questionId}`),
  helped: marks(personId, `helped ${questionId}`),
});
