import type { SearchHit } from '@copse/core/contracts';
import { words } from '../strings.ts';
import { type Card, card, input, openPage, press, pressOnly, small, text } from './card.ts';
import { heading } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots, row } from './rows.ts';
import type { Viewer } from './viewer.ts';

const say = words.find;
const MOST_ROWS = 6;
const MOST_SNIPPET = 140;

type Model = {
  readonly asked: string;
  readonly hits: readonly SearchHit[];
  readonly corrected: boolean;
  readonly viewer: Viewer;
};

/** What was found, the best first, each opening in place; people open in the tab. */
export function foundCard({ asked, hits, corrected, viewer }: Model): Card {
  const title = hits.length > 0 ? say.title(plain(asked)) : say.nothing(plain(asked));
  const back = `find ${asked}`;
  return card({
    body: [
      heading(title),
      corrected && hits.length > 0 ? small(say.corrected) : undefined,
      hits.length === 0 ? text(say.nothingHelp) : undefined,
      ...hits
        .slice(0, MOST_ROWS)
        .map((hit, at) =>
          row({ title: plain(hit.title), about: snippetOf(hit), meta: metaOf(hit), tap: tapOf(hit, back) }, at === 0),
        ),
    ],
    actions: [openPage(words.openCopse, viewer.links.page('discover'))],
    fallback: `${title} ${hits.map((hit) => hit.title).join(', ')}`,
  });
}

/** The best passage with the words that were looked for in bold, ended by «…» where it goes on. */
function snippetOf({ snippet }: SearchHit): string | undefined {
  let left = MOST_SNIPPET;
  const shown: string[] = [];
  for (const { text: part, match } of snippet) {
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

const metaOf = ({ kind, community, topics }: SearchHit): string =>
  dots(
    say.kinds[kind],
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
