import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, PersonId } from '../kernel/ids.ts';
import type { Standing } from './standing.ts';

/** A community's code of conduct as one actor meets it. */
export type Conduct = {
  readonly standing: Standing;
  /** None: the usual one. */
  readonly text: string | undefined;
  /** `YYYY-MM-DD` */
  readonly acknowledgedOn: string | undefined;
};

export type ConductStore = {
  find(actor: Actor, communityId: string): Promise<Conduct | undefined>;
  acknowledge(communityId: CommunityId, personId: PersonId, day: string): Promise<void>;
  /** Without a text the community goes back to the usual code of conduct. */
  write(communityId: CommunityId, text: string | undefined, at: Date): Promise<void>;
};
