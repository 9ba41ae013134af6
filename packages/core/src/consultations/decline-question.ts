import type { Actor } from '../kernel/actor.ts';
import type { QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { decline } from './consultation.ts';
import type { ConsultationView } from './contract.ts';
import type { ConsultationStore } from './ports.ts';
import { viewConsultation } from './view.ts';

type Deps = {
  readonly consultations: Pick<ConsultationStore, 'find' | 'save' | 'maySee' | 'helperOf'>;
  readonly now: () => Date;
};

/** The actor, who was asked, says «not me». */
export async function declineQuestion(
  { consultations, now }: Deps,
  actor: Actor,
  { questionId }: { readonly questionId: string },
): Promise<Result<ConsultationView, 'no-such-question' | 'not-asked'>> {
  const id = questionId as QuestionId;
  const [seen, consultation] = await Promise.all([consultations.maySee(actor, id), consultations.find(id)]);
  if (!seen) return refuse('no-such-question');
  if (!consultation) return refuse('not-asked');

  const declined = decline(consultation, actor.personId, now());
  if (!declined.ok) return declined;
  if (declined.value) await consultations.save(declined.value, now());
  const after = declined.value?.state ?? consultation;
  const helper = await consultations.helperOf(after, actor.personId);
  return ok(viewConsultation({ consultation: after, helper }, actor.personId));
}
