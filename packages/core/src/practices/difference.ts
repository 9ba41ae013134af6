import { diffLines, diffWordsWithSpace } from 'diff';
import type { DifferenceView } from './contract.ts';
import type { PracticeText } from './practice.ts';

type Part = DifferenceView['fields'][number]['parts'][number];

/** Characters of unchanged text kept on each side of a change, so that it can be understood. */
const AROUND = 160;
/** Past this many characters the texts are compared line by line: words are too many to be read as a difference. */
const WORD_BY_WORD = 20_000;
/** The work grows with the square of the edits; texts that differ more than this share nothing worth showing. */
const MOST_EDITS = 1500;

/** What changed between two texts, field by field; fields that are the same are left out. */
export function differenceOf(before: PracticeText, after: PracticeText): DifferenceView['fields'] {
  const fields = [
    { field: 'title' as const, from: before.title, to: after.title },
    { field: 'context' as const, from: before.context, to: after.context },
    { field: 'body' as const, from: before.body, to: after.body },
    { field: 'topics' as const, from: before.topics.join(', '), to: after.topics.join(', ') },
  ];
  return fields
    .filter(({ from, to }) => from !== to)
    .map(({ field, from, to }) => ({ field, parts: shorten(partsOf(from, to)) }));
}

function partsOf(from: string, to: string): Part[] {
  const bounded = { maxEditLength: MOST_EDITS };
  const long = from.length + to.length > WORD_BY_WORD;
  const changes = long ? diffLines(from, to, bounded) : diffWordsWithSpace(from, to, bounded);
  if (!changes) return rewritten(from, to);
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

const rewritten = (from: string, to: string): Part[] => [
  { kind: 'removed', text: from },
  { kind: 'added', text: to },
];

/** Cuts the middle of long unchanged stretches, at line ends where there are any. */
function shorten(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, index): Part[] => {
    const head = index === 0 ? 0 : AROUND;
    const tail = index === parts.length - 1 ? 0 : AROUND;
    if (part.kind !== 'same' || part.text.length <= head + tail + AROUND) return [part];
    const start = head === 0 ? 0 : cutAfter(part.text, head);
    const end = tail === 0 ? part.text.length : cutBefore(part.text, part.text.length - tail);
    return [
      ...(start > 0 ? [{ kind: 'same' as const, text: part.text.slice(0, start) }] : []),
      { kind: 'skipped' as const, text: '' },
      ...(end < part.text.length ? [{ kind: 'same' as const, text: part.text.slice(end) }] : []),
    ];
  });
}

function cutAfter(text: string, at: number) {
  const lineEnd = text.indexOf('\n', at);
  return lineEnd >= 0 && lineEnd - at < AROUND ? lineEnd + 1 : at;
}

function cutBefore(text: string, at: number) {
  const lineEnd = text.lastIndexOf('\n', at);
  return at - lineEnd < AROUND ? lineEnd + 1 : at;
}
