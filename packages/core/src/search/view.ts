import type { SearchHit, SearchKind, SearchState } from './contract.ts';

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
  readonly state: SearchState | null;
  readonly answer_count: number | null;
  readonly passage: string;
  /** Characters of the whole text. */
  readonly length: number;
  /** The first and the last few characters of the text that the passage is from. */
  readonly beginning: string;
  readonly ending: string;
};

/** Characters that tell whether a passage begins or ends where its text does. */
export const END = 24;

export function viewHit(hit: Hit): SearchHit {
  const { kind, id, title, topics, community_id, community_name, state, answer_count } = hit;
  const belongs = kind !== 'community' && community_id !== null && community_name !== null;
  return {
    kind,
    id,
    title,
    snippet: partsOf(withDots(hit)),
    topics,
    ...(belongs ? { community: { id: community_id, name: community_name } } : {}),
    ...(state === null ? {} : { state }),
    ...(answer_count === null ? {} : { answerCount: answer_count }),
  };
}

/** A passage in one line, with «…» where the text goes on before or after it. */
function withDots({ passage, beginning, ending }: Hit): string {
  const line = tidy(passage.replaceAll(ANGLES.charAt(0), '<').replaceAll(ANGLES.charAt(1), '>'));
  if (line === '') return '';
  const words = line.replaceAll(FOUND_BEGINS, '').replaceAll(FOUND_ENDS, '');
  const before = words.startsWith(tidy(beginning).slice(0, words.length)) ? '' : '…';
  const after = words.endsWith(tidy(ending).slice(-words.length)) || /[.!?…]$/u.test(words) ? '' : '…';
  return `${before}${line}${after}`;
}

const tidy = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** A passage in parts, each either found or not. */
function partsOf(passage: string): SearchHit['snippet'] {
  return passage
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
