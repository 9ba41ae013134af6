import type { CommunityCard } from '../communities/contract.ts';
import type { Puzzle } from '../consultations/ports.ts';
import type { Schedule } from '../identity/working-hours.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { SimilarQuery } from './contract.ts';
import type { Evidence } from './expert.ts';
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

/** Somebody who may know, and what speaks for it. */
export type Knowing = Schedule & { readonly personId: PersonId; readonly evidence: Evidence };

export type ExpertQueries = {
  /** Members for whom anything speaks and who may be asked now; a bounded number, however large the community is. */
  candidates(puzzle: Puzzle, now: Date): Promise<readonly Knowing[]>;
};
