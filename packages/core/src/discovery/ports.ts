import type { CommunityCard } from '../communities/contract.ts';
import type { Actor } from '../kernel/actor.ts';
import type { SimilarQuery } from './contract.ts';
import type { Fit, Nearness } from './reason.ts';

export type Near = Nearness & { readonly community: CommunityCard };
export type Fitting = Fit & { readonly community: CommunityCard };

/** Finds candidates and says in numbers why; what the numbers mean in words is `reason.ts`. */
export type DiscoveryQueries = {
  /** Living communities near a draft, the nearest first. */
  near(actor: Actor, draft: SimilarQuery, limit: number): Promise<readonly Near[]>;
  /** Living communities that the actor may join and has nothing to do with yet, the best fit first. */
  fitting(actor: Actor, limit: number): Promise<readonly Fitting[]>;
};
