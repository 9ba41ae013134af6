import type { Actor, SiteApp } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type Attempt, conclude } from './attempt.ts';
import type { OutcomeInput } from './contract.ts';
import type { PublishingDeps } from './ports.ts';
import { pageOf } from './publication.ts';
import type { OutcomeAnswer } from './view-contract.ts';

/** Records what became of an attempt, for whoever began it. Told again, it changes nothing. */
export async function recordOutcome(
  deps: PublishingDeps,
  caller: Actor | SiteApp,
  { attemptId, ...outcome }: OutcomeInput & { readonly attemptId: string },
): Promise<Result<OutcomeAnswer, 'no-such-attempt'>> {
  const { practices, practiceViews, publications, now } = deps;
  const attempt = await publications.findAttempt(attemptId);
  if (!attempt || !isOwn(caller, attempt)) return refuse('no-such-attempt');

  const { practiceId, organisationId } = attempt;
  const [publication, practice] = await Promise.all([
    publications.find(practiceId),
    practices.get(organisationId, practiceId),
  ]);
  if (!publication || !practice) return refuse('no-such-attempt');
  if (!attempt.endedAt) {
    const at = now();
    const [written, { about }] = await Promise.all([
      practiceViews.version(practiceId, attempt.practiceVersion),
      publications.surroundings(practiceId),
    ]);
    const situation = { publication, attempt, practice, written: written ?? practice, closed: about.closed, at };
    const told = (await isTaken(deps, attempt, outcome)) ? ({ failure: 'not-allowed-there' } as const) : outcome;
    const concluded = conclude(situation, told);
    const word = 'failure' in told ? told.failure : 'published';
    if (concluded) await publications.save(concluded, { at, ended: { attempt, outcome: word } });
    else await publications.end(attempt, word, at);
  }
  return ok(await answer(deps, practiceId));
}

const isOwn = (caller: Actor | SiteApp, { organisationId, cloudId, by }: Attempt) =>
  caller.organisationId === organisationId &&
  ('personId' in caller ? by === caller.personId : by === undefined && cloudId === caller.cloudId);

/** The page publishes another practice: nobody may take it away from that by saying that it is theirs. */
async function isTaken({ publications }: PublishingDeps, attempt: Attempt, outcome: OutcomeInput): Promise<boolean> {
  const known = 'pageId' in outcome ? await publications.findByPage(attempt, outcome.pageId) : undefined;
  return known !== undefined && known.practiceId !== attempt.practiceId;
}

async function answer({ publications }: PublishingDeps, practiceId: PracticeId): Promise<OutcomeAnswer> {
  const publication = await publications.find(practiceId);
  const page = pageOf(publication);
  return { practiceId, state: publication?.state ?? 'none', ...(page ? { pageId: page.id } : {}) };
}
