import { sayWhen } from '@copse/core';
import type { SearchHit, SearchKind } from '@copse/core/contracts';
import { questionStateNames } from '@copse/core/vocabulary';
import { questionWords } from '../question-strings.ts';
import { words } from '../strings.ts';
import { type Card, card, input, openPage, press, pressOnly, small, text } from './card.ts';
import { heading } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots, row } from './rows.ts';
import type { Viewer } from './viewer.ts';

const say = words.find;
/** Rows of each kind, by how many kinds there are, beginning with one: a message has room for nine or ten. */
export const MOST_OF_EACH = [6, 4, 3, 2, 2] as const;
const MOST_SNIPPET = 140;

/** The best of one kind, and whether there is more of it. */
export type FoundKind = { readonly kind: SearchKind; readonly hits: readonly SearchHit[]; readonly more: boolean };

type Model = {
  readonly asked: string;
  /** In the order in which they are shown; none is empty. */
  readonly found: readonly FoundKind[];
  readonly corrected: boolean;
  /** What was asked for, where nothing of that kind was found. */
  readonly missing?: SearchKind | undefined;
  readonly viewer: Viewer;
  /** The clock of whoever reads; none where many do, and then no time is said. */
  readonly timeZone: string | undefined;
};

/** What was found, a group for each kind, the best first; each opens in place. */
export function foundCard({ asked, found, corrected, missing, viewer, timeZone }: Model): Card {
  const nothing = found.length === 0;
  const title = nothing ? say.nothing(plain(asked)) : say.title(plain(asked));
  const back = `find ${asked}`;
  const most = MOST_OF_EACH[found.length - 1] ?? 2;
  return card({
    body: [
      heading(title),
      corrected && !nothing ? small(say.corrected) : undefined,
      missing && !nothing ? small(say.missing[missing]) : undefined,
      nothing ? text(say.nothingHelp) : undefined,
      ...found.flatMap(({ kind, hits, more }) => [
        kindLine(kind, more || hits.length > most ? Math.min(hits.length, most) : undefined),
        ...hits
          .slice(0, most)
          .map((hit, at) =>
            row(
              { title: plain(hit.title), about: snippetOf(hit), meta: metaOf(hit, timeZone), tap: tapOf(hit, back) },
              at === 0,
            ),
          ),
      ]),
    ],
    actions: nothing
      ? [pressOnly(say.askIt, 'say', { words: 'ask' }), openPage(say.discover, viewer.links.page('discover'))]
      : [openPage(words.seeAll, viewer.links.page(`search/${encodeURIComponent(asked)}`))],
    fallback: `${title} ${found.flatMap(({ hits }) => hits.slice(0, most).map((hit) => clip(hit.title, 80))).join(', ')}`,
  });
}

/** The name of a group, and how many of the best are shown where there are more. */
const kindLine = (kind: SearchKind, best: number | undefined) =>
  text(`**${say.many[kind]}**${best === undefined ? '' : ` · ${say.best(best)}`}`, { subtle: true, spacing: 'Large' });

/** The best passage with the words that were looked for in bold, ended by «…» where it goes on. */
function snippetOf({ snippet }: SearchHit): string | undefined {
  let left = MOST_SNIPPET;
  const shown: string[] = [];
  for (const { text: part, match } of snippet) {
    // A word that was looked for is shown whole or not at all.
    if (match && part.length > left) {
      shown.push('…');
      break;
    }
    const cut = clip(part, left);
    const [before, after] = [/^\s/.test(cut) ? ' ' : '', /\s$/.test(cut) ? ' ' : ''];
    const said = plain(cut);
    shown.push(match && said ? `${before}**${said}**${after}` : `${before}${said}${after}`);
    left -= part.length;
    if (left <= 1) break;
  }
  return (
    shown
      .join('')
      .replaceAll(/ +/g, ' ')
      .replaceAll(/[.,;:…\s]*…+$/g, '…')
      .trim() || undefined
  );
}

const isQuestionState = (state: string): state is keyof typeof questionStateNames =>
  Object.hasOwn(questionStateNames, state);

const metaOf = (
  { community, topics, state, answerCount = 0, startsAt }: SearchHit,
  timeZone: string | undefined,
): string =>
  dots(
    state && isQuestionState(state) ? questionStateNames[state].name : undefined,
    answerCount > 0 ? questionWords.answers(answerCount) : undefined,
    startsAt && timeZone ? sayWhen(new Date(startsAt), timeZone) : undefined,
    community ? plain(community.name) : undefined,
    topics
      .slice(0, 3)
      .map((topic) => `#${plain(topic)}`)
      .join(' '),
  );

function tapOf({ kind, id, title }: SearchHit, back: string) {
  if (kind === 'community') return pressOnly(`Open ${title}`, 'show-community', { community: id, back });
  if (kind === 'question') return pressOnly(`Open ${title}`, 'show-question', { question: id, back });
  if (kind === 'practice') return pressOnly(`Open ${title}`, 'show-practice', { practice: id, back });
  if (kind === 'gathering') return pressOnly(`Open ${title}`, 'show-gathering', { gathering: id, back });
  return pressOnly(`Show ${title}`, 'show-person', { person: id, back });
}

/** «find» without words: asks for them on the card. */
export function askWhatCard(): Card {
  return card({
    body: [
      heading(say.what),
      text(say.whatHelp),
      input({ id: 'words', label: say.ask, placeholder: 'accessibility', maxLength: 100, required: say.required }),
    ],
    actions: [press(say.send, 'find', {}, true)],
    fallback: say.what,
  });
}
