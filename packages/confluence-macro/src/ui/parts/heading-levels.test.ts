import { parseMarkdown } from '@copse/core/markdown';
import { expect, it } from 'vitest';
import { headingLevels } from './heading-levels.ts';

const levelsOf = (text: string, under: number) => [...headingLevels(parseMarkdown(text), under).values()];

it.each([
  ['a text that begins with its largest heading', '# a\n## b\n## c\n# d', 2, [3, 4, 4, 3]],
  ['a text that begins deep', '### a\n### b', 3, [4, 4]],
  ['a text that leaves levels out', '# a\n#### b\n# c', 3, [4, 5, 4]],
  ['a text that gets larger', '### a\n# b\n## c', 2, [3, 3, 4]],
  ['headings in a quote', '# a\n> ## b', 3, [4, 5]],
  ['more levels than there are', '# a\n## b\n### c\n#### d\n##### e', 3, [4, 5, 6, 6, 6]],
])('%s has headings without gaps', (_what, text, under, levels) => {
  expect(levelsOf(text, under)).toEqual(levels);
});
