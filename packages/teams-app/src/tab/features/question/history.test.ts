import { describe, expect, it } from 'vitest';
import { editsOf } from './history.ts';

const question = (at: string, title: string, text: string) => ({ at, what: 'question' as const, title, text });
const answer = (at: string, answerId: string, text: string) => ({ at, what: 'answer' as const, answerId, text });

describe('the edits of a question and its answers', () => {
  it('compare each text with the one before it of the same thing', () => {
    const edits = editsOf([
      answer('2026-03-04', 'a1', 'Use captions.'),
      question('2026-03-03', 'Why captions?', 'For demos.'),
      answer('2026-03-02', 'a1', 'Use subtitles.'),
      question('2026-03-01', 'Why captions?', 'For all.'),
    ]);

    expect(edits.map(({ at, answerId }) => [at, answerId])).toEqual([
      ['2026-03-04', 'a1'],
      ['2026-03-03', undefined],
    ]);
    expect(edits[1]?.title).toBeUndefined();
    expect(edits[1]?.text).toEqual([
      { kind: 'same', text: 'For ' },
      { kind: 'removed', text: 'all.' },
      { kind: 'added', text: 'demos.' },
    ]);
  });

  it('are none where everything reads as it was written', () => {
    expect(editsOf([answer('2026-03-02', 'a1', 'Yes.'), question('2026-03-01', 'Why?', '')])).toEqual([]);
  });
});
