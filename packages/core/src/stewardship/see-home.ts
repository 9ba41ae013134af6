import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import { inOrder } from './attention.ts';
import type { HomeView } from './contract.ts';
import type { Mine, StewardshipDeps } from './ports.ts';

const SHOWN = 50;
const CALLS_SHOWN = 30;
const NEWS_DAYS = 7;

/** What a person sees first: their communities with what is new, what waits for them, and what may suit them. */
export async function seeHome({ stewardship, suggest }: StewardshipDeps, actor: Actor): Promise<Result<HomeView>> {
  const [{ communities, profileStarted }, calls, suggested] = await Promise.all([
    stewardship.mine(actor, { limit: SHOWN, days: NEWS_DAYS }),
    stewardship.calls(actor),
    suggest(actor),
  ]);
  return ok({
    mine: [...communities.filter(hasNews), ...communities.filter((one) => !hasNews(one))],
    needsMe: inOrder(calls).slice(0, CALLS_SHOWN),
    suggested: suggested.ok ? suggested.value.items : [],
    profileStarted,
  });
}

const hasNews = ({ news }: Mine) => news.practices + news.members > 0;
