import type { SearchHit, SearchKind } from './contract.ts';

/** Stand around what was found in a passage. No text that people write can contain them (kernel/text.ts). */
export const FOUND_BEGINS = '\u0001';
export const FOUND_ENDS = '\u0002';
/** Stand for < and > on the way: PostgreSQL leaves out of a passage whatever looks like a tag, `Promise<void>` too. */
export const ANGLES = '\u0003\u0004';

export type Hit = {
  readonly kind: SearchKind;
  readonly id: string;
  /** A decimal number as text, exact. */
  readonly rank: string;
  readonly title: string;
  readonly topics: string[];
  readonly community_id: string | null;
  readonly community_name: string | null;
  readonly passage: string;
};

export function viewHit({ kind, id, title, topics, community_id, community_name, passage }: Hit): SearchHit {
  const belongs = kind === 'practice' && community_id !== null && community_name !== null;
  return {
    kind,
    id,
    title,
    snippet: partsOf(passage),
    topics,
    ...(belongs ? { community: { id: community_id, name: community_name } } : {}),
  };
}

/** A passage in parts, each either found or not; white space as it reads in one line. */
function partsOf(passage: string): SearchHit['snippet'] {
  return passage
    .replaceAll(ANGLES.charAt(0), '<')
    .replaceAll(ANGLES.charAt(1), '>')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .split(FOUND_BEGINS)
    .flatMap((piece, index) => {
      if (index === 0) return [{ text: piece, match: false }];
      const [match = '', ...rest] = piece.split(FOUND_ENDS);
      return [
        { text: match, match: true },
        { text: rest.join(''), match: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
