import type { Actor } from '../kernel/actor.ts';
import type { QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ConsultationView } from './contract.ts';
import type { ConsultationStore } from './ports.ts';
import { noConsultation, viewConsultation } from './view.ts';

type Deps = { readonly consultations: Pick<ConsultationStore, 'find' | 'maySee' | 'helperOf'> };

/** How it stands with asking those who know, and whether and why the actor is one of them. */
export async function seeConsultation(
  { consultations }: Deps,
  actor: Actor,
  { questionId }: { readonly questionId: string },
): Promise<Result<ConsultationView, 'no-such-question'>> {
  const id = questionId as QuestionId;
  const [seen, found] = await Promise.all([consultations.maySee(actor, id), consultations.find(id)]);
  if (!seen) return refuse('no-such-question');
  if (!found) return ok(noConsultation(id));
  const helper = await consultations.helperOf(found, actor.personId);
  return ok(viewConsultation({ consultation: found, helper }, actor.personId));
}
