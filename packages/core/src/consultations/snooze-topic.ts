import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { SnoozeInput, SnoozesView } from './contract.ts';
import type { SnoozeStore } from './ports.ts';
import { utc } from '../kernel/instant.ts';

type Deps = { readonly snoozes: SnoozeStore; readonly now: () => Date };

const YEAR_MS = 366 * 24 * 60 * 60_000;

/** The actor is not asked about a topic until then. A pause of more than a year ends after one. */
export async function snoozeTopic(
  { snoozes, now }: Deps,
  actor: Actor,
  { topic, until }: SnoozeInput,
): Promise<Result<SnoozesView, 'term-in-the-past'>> {
  const at = now();
  const wanted = new Date(until);
  if (wanted <= at) return refuse('term-in-the-past');

  const end = new Date(Math.min(wanted.getTime(), at.getTime() + YEAR_MS));
  await snoozes.snooze(actor.personId, topic, end, at);
  const all = await snoozes.of(actor.personId, at);
  return ok({ snoozedTopics: all.map((one) => ({ topic: one.topic, until: utc(one.until) })) });
}
