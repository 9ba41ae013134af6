import type { Note, Notes } from './read-stack-exchange.ts';

type Words = (count: number) => string;
const times = (count: number, one: string, many: string) =>
  count === 1 ? one : `${count.toLocaleString('en')} ${many}`;

/** What each note means, in the order in which they are told. */
const words: readonly (readonly [note: Note, say: Words])[] = [
  [
    'left-out',
    (n) => `${times(n, 'One row is', 'rows are')} no question and no answer (tag wikis and the like): left out.`,
  ],
  ['negative', (n) => `${times(n, 'One post has', 'posts have')} a score below zero: counted as none.`],
  [
    'closed',
    (n) => `${times(n, 'One question was', 'questions were')} closed: the dump does not say why, «off-topic» is noted.`,
  ],
  ['image-linked', (n) => `${times(n, 'One image is', 'images are')} not served over https: kept as links.`],
  [
    'image-described',
    (n) => `${times(n, 'One image has', 'images have')} no usable address: only the description is kept.`,
  ],
  [
    'link-unsafe',
    (n) => `${times(n, 'One link leads', 'links lead')} to no web or mail address: only the words are kept.`,
  ],
  ['embedded', (n) => `${times(n, 'One embedded thing is', 'embedded things are')} kept as links or words.`],
  ['script', (n) => `${times(n, 'One script or style', 'scripts or styles')} left out.`],
  [
    'too-deep',
    (n) => `${times(n, 'One post nests', 'posts nest')} too deep: innermost marks are left out, words are kept.`,
  ],
  ['invisible', (n) => `${times(n, 'One text had', 'texts had')} invisible control characters: left out.`],
  ['short-tag', (n) => `${times(n, 'One tag is', 'tags are')} too short for a topic (two letters at least): left out.`],
];

/** Everything that was not carried over as it was, a line each; empty when all was. */
export function sayNotes(notes: Notes): string {
  const lines = words.flatMap(([note, say]) => {
    const count = notes.get(note);
    return count === undefined ? [] : [`  ${say(count)}`];
  });
  return lines.length === 0 ? '' : ['', 'Carried over otherwise than it was:', ...lines, ''].join('\n');
}
