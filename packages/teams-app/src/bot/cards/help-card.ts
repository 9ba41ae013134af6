import { words } from '../strings.ts';
import { type Card, card, openPage, pressOnly, text } from './card.ts';
import { heading } from './note-card.ts';
import { plain } from './plain.ts';
import { rows } from './rows.ts';
import { inGroup, type Viewer } from './viewer.ts';

type Example = { readonly try: string; readonly does: string };

/** What can be asked, as examples that work when pressed. */
export function helpCard(viewer: Viewer, name: string, examples: readonly Example[]): Card {
  const group = inGroup(viewer);
  const say = words.help;
  return card({
    body: [
      heading(group ? say.inGroup : say.hello(plain(name))),
      text(group ? say.whatInGroup : say.what),
      ...rows(
        examples.map((example) => ({
          title: plain(example.try),
          meta: example.does,
          tap: pressOnly(example.try, 'say', { words: example.try }),
        })),
      ),
    ],
    actions: [group ? openPage(say.chat, viewer.links.chat) : openPage(words.openCopse, viewer.links.page('home'))],
    fallback: say.fallback,
  });
}

type Guide = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly command: keyof typeof words.help.show;
};

/** How one thing works, step by step, and the button that begins it: in the private chat, as it is personal. */
export function guideCard(viewer: Viewer, { title, steps, command }: Guide): Card {
  const say = words.help;
  return card({
    // One block: Teams counts anew in each.
    body: [heading(title), text(steps.map((step, at) => `${at + 1}. ${plain(step)}`).join('\n'))],
    actions: [
      inGroup(viewer) ? openPage(say.chat, viewer.links.chat) : pressOnly(say.show[command], 'say', { words: command }),
      openPage(words.openCopse, viewer.links.page('home')),
    ],
    fallback: `${title}. ${steps.join(' ')}`,
  });
}

/** Words that start no command: the nearest one, and the search they may have been meant for. */
export function unknownCard(asked: string, nearest: string | undefined): Card {
  const say = words.unknown;
  return card({
    body: [heading(say.title), text(nearest ? say.nearest(nearest) : say.text)],
    actions: [
      nearest ? pressOnly(say.run(nearest), 'say', { words: nearest }) : undefined,
      asked ? pressOnly(say.searchFor(asked), 'say', { words: `find ${asked}` }) : undefined,
      pressOnly(say.help, 'say', { words: 'help' }),
    ],
    fallback: `${say.title}. ${say.text}`,
  });
}
