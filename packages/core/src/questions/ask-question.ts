import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { authorOf } from '../trust/authorship.ts';
import type { AskInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';
import { ask } from './question.ts';

type AskRefusal = 'no-such-community' | 'not-taking-part' | 'community-closed' | 'conduct-not-acknowledged';

/** Asks a question; where it is asked anonymously, nothing that is saved or told says by whom. */
export async function askQuestion(
  { questions, questionViews, sealing, newId, now }: QuestionDeps,
  actor: Actor,
  { communityId, anonymous, ...text }: AskInput,
): Promise<Result<QuestionView, AskRefusal>> {
  const place = await questions.destination(actor, communityId);
  if (!place) return refuse('no-such-community');

  const id = newId() as QuestionId;
  const asked = ask(place.by, {
    ...text,
    id,
    organisationId: actor.organisationId,
    communityId: communityId as CommunityId,
    author: authorOf(sealing, actor.personId, { itemId: id, anonymous }),
    at: now(),
  });
  if (!asked.ok) return asked;

  await questions.ask(asked.value);
  return ok((await questionViews.see(actor, id)) as QuestionView);
}
