/**
 * What people may type, shared by every contract.
 *
 * C0/C1 control characters (but tab and line breaks) and the bidirectional overrides and isolates are refused, because
 * they can make a text read differently from what it says (Unicode TR36, «Trojan Source»).
 */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what this looks for
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/;

const EACH_FORBIDDEN = new RegExp(FORBIDDEN_CHARACTERS, 'gu');

/** What comes from elsewhere loses the characters that no text here may have, rather than being refused. */
export const withoutForbidden = (text: string) => text.replaceAll(EACH_FORBIDDEN, '').toWellFormed();

// The blank of Braille is drawn as nothing, though Unicode counts it among the symbols.
const UNSEEN_CHARACTERS = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** What is left for the eye: a name of joiners and fillers alone would be a link that nobody can see. */
export const seen = (text: string) => text.replaceAll(UNSEEN_CHARACTERS, '').trim();

/** Trims, joins white space in one-line text to single spaces, and normalises to NFC. */
export const tidyLine = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

/** Normalises line ends and NFC of a Markdown text; keeps everything that Markdown gives a meaning to. */
export const tidyMarkdown = (text: string) =>
  text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trimEnd();

/** The one form of a topic: lower case, single spaces, no leading #. */
export const tidyTopic = (text: string) => tidyLine(text).replace(/^#+/u, '').trim().toLowerCase();

const conjunction = new Intl.ListFormat('en-GB');

/** «a», «a and b», «a, b and c»; nothing of nothing. */
export const inWords = (all: readonly string[]): string => conjunction.format(all);
