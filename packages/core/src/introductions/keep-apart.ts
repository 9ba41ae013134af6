import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { IntroductionDeps } from './ports.ts';

/**
 * The actor does not want to be introduced to this person. It holds on both sides and in all communities, from the next
 * round on; nobody else ever sees it.
 */
export async function keepApart(
  { wishes, now }: Pick<IntroductionDeps, 'wishes' | 'now'>,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<Result<undefined, 'no-such-person' | 'yourself' | 'too-many-kept-apart'>> {
  if (personId === actor.personId) return refuse('yourself');
  if (!(await wishes.isPresent(actor, personId))) return refuse('no-such-person');
  const kept = await wishes.keepApart(actor, personId as PersonId, now());
  return kept ? ok(undefined) : refuse('too-many-kept-apart');
}
