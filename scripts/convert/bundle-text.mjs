/** What both converters do: words, topics and limits that a bundle accepts. Needs nothing but Node. */
import { readFileSync } from 'node:fs';
import { Trouble } from '../bootstrap/project.mjs';

/** The text of a file that a converter was told of; a sentence with its usage where it was told of none or of a wrong one. */
export function readInput(file, usage) {
  if (!file) throw new Trouble(usage);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Trouble(`${file} cannot be read (${error.code}). ${usage}`);
  }
}

/** A first passage of at most `max` characters that ends with a sentence where it can, else with a word and «…». */
export function firstPassage(text, max) {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  const head = line.slice(0, max - 1);
  const sentence = head.lastIndexOf('. ');
  if (sentence > 40) return head.slice(0, sentence + 1);
  return `${head.slice(0, head.lastIndexOf(' '))}…`;
}

/** `data-visualization` as people write it; at most 40 characters. */
export const topicOf = (slug) => slug.replaceAll('-', ' ').toLowerCase().slice(0, 40).trim();

/** The keys of a count that come up most, the most frequent first; equal ones in their own order. */
export const mostFrequent = (counts, most) =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([key]) => key);

/** Adds one to the count of a key. */
export const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Writes a bundle to standard output, and what had to be left out to standard error. */
export function put(bundle, notes) {
  process.stdout.write(`${JSON.stringify(bundle, undefined, 1)}\n`);
  for (const note of notes) process.stderr.write(`${note}\n`);
}
