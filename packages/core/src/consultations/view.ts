import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { PersonId, QuestionId } from '../kernel/ids.ts';
import { type Consultation, mayDecline, mayPass } from './consultation.ts';
import type { ConsultationView } from './contract.ts';
import { utc } from '../kernel/instant.ts';

/** A consultation as one person meets it; `helper` is whom they passed it on to. */
export type SeenConsultation = { readonly consultation: Consultation; readonly helper: PersonCardRow | undefined };

/** Who else was asked is theirs to tell. */
export function viewConsultation({ consultation, helper }: SeenConsultation, personId: PersonId): ConsultationView {
  const { questionId, state, consulted, nextAt } = consultation;
  const mine = consulted.find((one) => one.personId === personId);
  return {
    questionId,
    state,
    askedCount: consulted.filter((one) => one.state === 'asked').length,
    everAskedCount: consulted.length,
    ...(nextAt ? { nextAt: utc(nextAt) } : {}),
    ...(mine
      ? {
          mine: {
            state: mine.state,
            because: mine.because,
            ...(helper ? { passedTo: viewPersonCard(helper) } : {}),
            abilities: { pass: mayPass(consultation, mine), decline: mayDecline(consultation, mine) },
          },
        }
      : {}),
  };
}

/** Nobody has been looked for: it was answered at once, or it has only just been asked. */
export const noConsultation = (questionId: QuestionId): ConsultationView => ({
  questionId,
  state: 'none',
  askedCount: 0,
  everAskedCount: 0,
});
