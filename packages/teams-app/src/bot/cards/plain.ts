/**
 * What a person typed, made safe inside card text: no mark of theirs becomes bold, a list or a link, and no
 * `{{DATE(…)}}` is computed. Line breaks become spaces.
 */
export function plain(text: string): string {
  return escapeMarks(text.replaceAll(/\s+/g, ' ').trim())
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
    .replace(/^([-+#>])/, '\\$1');
}

/** Escapes the marks that mean something anywhere in a line. */
export function escapeMarks(text: string): string {
  return text.replaceAll(/[\\`*_[\]~]/g, '\\$&').replaceAll('{{', '{\u200B{');
}

/** Cut at a word, ended by «…» where something was left out. Counts characters as people see them. */
export function clip(text: string, max: number): string {
  // Nearly every text is short, and has no more characters than it has units.
  if (text.length <= max) return text;
  const letters = [...text];
  if (letters.length <= max) return text;
  const cut = letters.slice(0, max - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
