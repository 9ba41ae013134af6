import type { CommunityCard } from '../communities/contract.ts';
import type { Suggestions } from '../discovery/contract.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { Call } from './attention.ts';
import type { HomeView } from './contract.ts';

export type Mine = { readonly community: CommunityCard; readonly news: HomeView['mine'][number]['news'] };

export type StewardshipQueries = {
  /** The communities that the actor joined last, with what is new since so many days; `profileStarted` beside them. */
  mine(
    actor: Actor,
    options: { readonly limit: number; readonly days: number },
  ): Promise<{ readonly profileStarted: boolean; readonly communities: readonly Mine[] }>;
  /** What waits for the actor, in no order. */
  calls(actor: Actor): Promise<readonly Call[]>;
};

export type StewardshipDeps = {
  readonly stewardship: StewardshipQueries;
  readonly suggest: (actor: Actor) => Promise<Result<Suggestions>>;
};
