/**
 * Adds the topics in `text` (parted by commas, semicolons or line breaks) to those there are: each once, lower case,
 * without a leading #, between 2 and 40 characters, never more than `max`. The service tidies them the same way.
 */
export function addTopics(topics: readonly string[], text: string, max: number): string[] {
  const more = text
    .split(/[,;\n]/u)
    .map((one) => one.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().replace(/^#+/u, '').trim().toLowerCase())
    .filter((one) => one.length >= 2 && one.length <= 40);
  return [...new Set([...topics, ...more])].slice(0, max);
}
