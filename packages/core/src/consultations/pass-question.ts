import type { Actor } from '../kernel/actor.ts';
import type { PersonId, QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { passOn } from './consultation.ts';
import type { ConsultationView, PassInput } from './contract.ts';
import type { ConsultationStore } from './ports.ts';
import { viewConsultation } from './view.ts';

type Deps = {
  readonly consultations: Pick<ConsultationStore, 'find' | 'save' | 'maySee' | 'canHelp' | 'helperOf'>;
  readonly now: () => Date;
};
type PassRefusal = 'no-such-question' | 'not-asked' | 'asked-before' | 'no-such-member';

const BECAUSE = 'Somebody who was asked thinks that you know more about it.';

/** The actor, who was asked, passes the question on to a member who knows more. */
export async function passQuestion(
  { consultations, now }: Deps,
  actor: Actor,
  { questionId, toPersonId }: PassInput & { readonly questionId: string },
): Promise<Result<ConsultationView, PassRefusal>> {
  const id = questionId as QuestionId;
  const [seen, consultation] = await Promise.all([consultations.maySee(actor, id), consultations.find(id)]);
  if (!seen) return refuse('no-such-question');
  if (!consultation) return refuse('not-asked');

  const to = { personId: toPersonId as PersonId, because: BECAUSE };
  const passed = passOn(consultation, actor.personId, to, now());
  if (!passed.ok) return passed;
  if (!(await consultations.canHelp(consultation.communityId, to.personId))) return refuse('no-such-member');

  await consultations.save(passed.value, now());
  const after = passed.value.state;
  const helper = await consultations.helperOf(after, actor.personId);
  return ok(viewConsultation({ consultation: after, helper }, actor.personId));
}
