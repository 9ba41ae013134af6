import type { SearchKind } from '@copse/core/contracts';
import { COMMAND_NAMES, type CommandName } from './command-names.ts';

/** What a sentence asks for: a command with its words, or nothing known, with the command it may have meant. */
export type Understood =
  | { readonly command: CommandName; readonly words: string; readonly kind?: SearchKind }
  | { readonly command: undefined; readonly asked: string; readonly nearest: CommandName | undefined };

/** Other words that people write first, as seen with the bots they know. */
const ALSO: Readonly<Record<string, CommandName>> = {
  hilfe: 'help',
  hi: 'help',
  hello: 'help',
  hey: 'help',
  start: 'help',
  tour: 'help',
  '?': 'help',
  search: 'find',
  look: 'find',
  show: 'find',
  groups: 'communities',
  cops: 'communities',
  group: 'community',
  cop: 'community',
  practice: 'practices',
  question: 'ask',
  unanswered: 'questions',
  reply: 'answer',
  preferences: 'settings',
  notifications: 'settings',
  news: 'digest',
  summary: 'digest',
  profile: 'me',
  connect: 'link',
  gathering: 'gatherings',
  meetings: 'gatherings',
  calendar: 'gatherings',
  mentor: 'mentoring',
  mentors: 'mentoring',
  introduction: 'introductions',
  intros: 'introductions',
  matches: 'introductions',
  meet: 'introductions',
};

const GROUP = '(?:communit(?:y|ies)|cops?|groups?|guilds?|circles?|forums?|networks?)';
const ABOUT = '(?:about|on|for|around|of|regarding|concerning|in|into|with)';

/** Sentences in plain English, the first that fits. `$1` is what they are about; some say what they look for. */
const SENTENCES: readonly (readonly [RegExp, CommandName, SearchKind?])[] = [
  [/^how (?:do|does|are|is) (?:the )?(introductions?|mentoring|mentors?)\b.*$/, 'help'],
  [/^how (?:do|can|could) i (?:find|get|become|be) (?:an? )?(mentor)$/, 'help'],
  [/^(?:what can (?:you|i) do|what do you do|how does (?:this|it) work|who are you|help me)$/, 'help'],
  [/^(?:who am i|(?:show )?my profile|what do you know about me|(?:show |change )?my (?:interests|skills))$/, 'me'],
  [/^(?:link|connect) (?:my )?(?:\w+ )?accounts?$/, 'link'],
  [/^(?:(?:show|list|what are|which are) )?(?:me )?my (?:communities|groups|cops)$/, 'communities'],
  [/^(?:what|which) communities am i (?:in|part of|a member of)$/, 'communities'],
  [
    /^(?:(?:show|list|give) )?(?:me )?(?:all )?(?:the )?communities(?: (?:are there|do we have|exist))?$/,
    'communities',
  ],
  [/^(?:what|which) communities (?:are there|do we have|exist)$/, 'communities'],
  [/^(?:(?:show|list) )?(?:me )?(?:our|my|all|the) practices$/, 'practices'],
  [/^(?:i (?:have|want to ask) a question|(?:can|may) i ask (?:something|a question)|ask a question)$/, 'ask'],
  [/^(?:(?:show|list) )?(?:me )?(?:all |the |our )?questions$/, 'questions'],
  [/^(?:(?:show|list|what are) )?(?:me )?(my)(?: own)? questions$/, 'questions'],
  [
    /^(?:(?:show|list|which|what|any) )?(?:me )?(?:all |the )?(open|unanswered|unsolved) questions(?: are there)?$/,
    'questions',
  ],
  [/^(?:what|which) questions .*?\b(?:about|on|for|around|regarding) (.+)$/, 'questions'],
  [/^(?:what(?:'s| is) new|what (?:did i miss|have i missed)|what happened(?: here| lately)?|any news)$/, 'digest'],
  [
    /^(?:(?:change |show )?(?:my |the )?(?:notifications?|notification settings|settings|preferences)|stop(?: messages| writing to me)?|unsubscribe|mute)$/,
    'settings',
  ],
  [
    /^(?:(?:what|which|any|are there|show me|list|find)\b.*?)?\bpractices? (?:\w+ ){0,3}?(?:about|on|for|around|regarding) (.+)$/,
    'practices',
  ],
  [/^(?:what|which) (?:community|group) (?:is|meets) (?:this|here)$/, 'community'],
  [
    /^(?:i(?:'d| would)? (?:want|like|love) to|how (?:do|can) i|can i|let me|please) (?:join|become a member of) (.+)$/,
    'join',
  ],
  [/^(?:sign me up for|add me to) (.+)$/, 'join'],
  [
    /^(?:tell me (?:more )?about|what is|open|show me|show) the (.+?) (?:community|guild|group|circle|forum)$/,
    'community',
  ],
  [
    new RegExp(
      `^(?:are there|do we have|show me|list|any|find|search for|which)\\b.*?\\b(?:people|experts?|mentors?)\\b.*?\\b${ABOUT} (.+)$`,
    ),
    'find',
    'person',
  ],
  [
    new RegExp(
      `^(?:what|which|are there|is there|do we have|show me|list|any|find|search for)\\b.*?\\b${GROUP}\\b.*?\\b${ABOUT} (.+)$`,
    ),
    'find',
    'community',
  ],
  [
    new RegExp(
      `^(?:what|which|are there|is there|do we have|show me|any|find|search for) (?:an? |any |the )?(.+?) ${GROUP}(?: are there| do we have| exist)?$`,
    ),
    'find',
    'community',
  ],
  [
    new RegExp(
      `^(?:what|which|when|are there|is there|do we have|show me|list|any|find|search for)\\b.*?\\b(?:gatherings?|meetings?|talks?|workshops?|office hours)\\b.*?\\b${ABOUT} (.+)$`,
    ),
    'find',
    'gathering',
  ],
  [/^who (?:knows?|can help(?: me)?|works?|is good)\b.*?\b(?:about|with|on|at) (.+)$/, 'find', 'person'],
  [/^who knows (.+)$/, 'find', 'person'],
  [/^(?:i am|i'm) (?:interested in|looking for) (.+)$/, 'find'],
  [/^(?:tell me (?:more )?about|what do we know about|how do (?:i|we)|anything (?:about|on)) (.+)$/, 'find'],
  [/^(?:search|look|looking) for (.+)$/, 'find'],
  [new RegExp(`^${GROUP} (?:about|on|for|around|regarding) (.+)$`), 'find', 'community'],
];

/** Four characters, a hyphen or not, four characters, of an alphabet without look-alikes. */
const CODE = /^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/i;

/**
 * Reads what somebody wrote: a command first, then a sentence, else the nearest command.
 *
 * Capitals, final punctuation and a leading slash do not matter. A linking code on its own is taken for what it is.
 */
export function understand(text: string): Understood {
  const written = text
    .trim()
    .replace(/^\//, '')
    .replace(/[\s?!.…]+$/, '')
    .trim();
  if (written === '') return { command: 'help', words: '' };
  if (CODE.test(written)) return { command: 'link', words: written };

  const sentence = written.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ');
  for (const [pattern, command, kind] of SENTENCES) {
    const match = pattern.exec(sentence);
    // The words are cut out of what was written, so that names keep their capitals.
    if (match)
      return { command, words: match[1] === undefined ? '' : originalOf(written, match[1]), ...(kind ? { kind } : {}) };
  }

  const [first = '', ...rest] = written.split(/\s+/);
  const name = first.toLowerCase().replace(/[,:;]$/, '');
  const words = rest.join(' ');
  const command = isCommand(name) ? name : aloneOnly(name, words);
  if (command) return { command, words };
  return { command: undefined, asked: written, nearest: nearestCommand(name) };
}

const isCommand = (word: string): word is CommandName => (COMMAND_NAMES as readonly string[]).includes(word);

const ALONE: ReadonlySet<CommandName> = new Set(['help', 'link', 'me', 'settings', 'digest']);

/** A greeting or «connect» starts a command only on its own; with more words it is a sentence we do not know. */
function aloneOnly(name: string, words: string): CommandName | undefined {
  const command = Object.hasOwn(ALSO, name) ? ALSO[name] : undefined;
  return command && ALONE.has(command) && words !== '' ? undefined : command;
}

function originalOf(written: string, lowered: string): string {
  const tidy = written.replaceAll(/\s+/g, ' ');
  return tidy.slice(tidy.length - lowered.length).toLowerCase() === lowered
    ? tidy.slice(tidy.length - lowered.length)
    : (new RegExp(lowered.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i').exec(tidy)?.[0] ?? lowered);
}

/** The command within two typing errors (one for short words), or none. */
function nearestCommand(word: string): CommandName | undefined {
  let best: { readonly name: CommandName; readonly distance: number } | undefined;
  for (const name of COMMAND_NAMES) {
    const distance = typingErrors(word, name);
    if (distance <= (name.length <= 4 ? 1 : 2) && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name;
}

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment distance). */
export function typingErrors(a: string, b: string): number {
  const width = b.length + 1;
  const table = Array.from({ length: (a.length + 1) * width }, (_, at) =>
    at < width ? at : at % width === 0 ? at / width : 0,
  );
  const cell = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      table[i * width + j] = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? cell(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return cell(a.length, b.length);
}
