import type { PersonId } from '../kernel/ids.ts';
import type { Consultation } from './consultation.ts';
import type { ConsultationView } from './contract.ts';

/** Who else was asked is theirs to tell. */
export function viewConsultation({ questionId, state, consulted }: Consultation, personId: PersonId): ConsultationView {
  const mine = consulted.find((one) => one.personId === personId);
  return {
    questionId,
    state,
    askedCount: consulted.filter((one) => one.state === 'asked').length,
    ...(mine ? { mine: { state: mine.state, because: mine.because } } : {}),
  };
}
