import type { Place } from '../activity.ts';
import type { Links } from '../links.ts';

/** Who will look at a card: one person, or everybody in a channel or chat. */
export type Viewer = {
  readonly links: Links;
  /** The person who asked, by their id in Teams. */
  readonly teamsId: string;
  readonly place: Place;
};

export const inGroup = ({ place }: { readonly place: Place }): boolean => place.kind !== 'personal';
