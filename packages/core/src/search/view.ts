import { type Finder, markedIn, passageOf } from './passage.ts';
import type { SearchHit, SearchKind, SearchState } from './contract.ts';
import { utc } from '../kernel/instant.ts';

export type Hit = {
  readonly kind: SearchKind;
  readonly id: string;
  /** A decimal number as text, exact. */
  readonly rank: string;
  readonly title: string;
  readonly topics: string[];
  readonly community_id: string | null;
  readonly community_name: string | null;
  readonly state: SearchState | null;
  readonly answer_count: number | null;
  /** Of a gathering. */
  readonly date_id: string | null;
  readonly starts_at: Date | null;
  /** The beginning of the text. */
  readonly text: string;
  readonly goes_on: boolean;
};

/** What `find` finds in it is marked. */
export function viewHit(hit: Hit, find: Finder): SearchHit {
  const { kind, id, title, topics, community_id, community_name, state, answer_count } = hit;
  const belongs = kind !== 'community' && community_id !== null && community_name !== null;
  return {
    kind,
    id: hit.date_id ?? id,
    ...(hit.starts_at ? { startsAt: utc(hit.starts_at) } : {}),
    title,
    markedTitle: markedIn(title, find),
    snippet: passageOf(hit.text, find, hit.goes_on),
    topics,
    ...(belongs ? { community: { id: community_id, name: community_name } } : {}),
    ...(state === null ? {} : { state }),
    ...(answer_count === null ? {} : { answerCount: answer_count }),
  };
}
