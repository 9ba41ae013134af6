import type { CommunityCard } from '@copse/core/contracts';
import { stageNames } from '@copse/core/vocabulary';
import { words } from '../strings.ts';
import { type Card, card, type Element, openPage, pressOnly, small, text } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots, rows } from './rows.ts';
import { inGroup, type Viewer } from './viewer.ts';

const say = words.communities;
const MOST_ROWS = 6;

export type Suggested = { readonly community: CommunityCard; readonly because: string };

type Model = {
  readonly mine: readonly CommunityCard[];
  readonly suggested: readonly Suggested[];
  readonly viewer: Viewer;
  readonly notice?: Notice;
};

/** The viewer's communities and those that may suit them; in a group, those of the organisation. */
export function communitiesCard({ mine, suggested, viewer, notice }: Model): Card {
  const group = inGroup(viewer);
  const back = 'communities';
  return card({
    body: [
      noticeBox(notice),
      heading(group ? say.titleInGroup : say.title),
      ...(mine.length > 0 ? communityRows(mine.slice(0, MOST_ROWS), back) : [text(group ? say.noneInGroup : say.none)]),
      ...(suggested.length > 0
        ? [{ ...heading(say.suggested), spacing: 'Large' } as Element, ...suggestionRows(suggested.slice(0, 3), back)]
        : mine.length === 0 && !group
          ? [small(say.noneHelp, 'Small')]
          : []),
    ],
    actions: [
      openPage(say.discover, viewer.links.page('discover')),
      !group && mine.length === 0 ? pressOnly(say.interests, 'ask-interests') : undefined,
    ],
    fallback: `${say.fallback}: ${mine.map(({ name }) => name).join(', ') || say.none}`,
  });
}

export const communityRows = (all: readonly CommunityCard[], back: string): Element[] =>
  rows(
    all.map((community) => ({
      title: plain(community.name),
      about: plain(clip(community.purpose, 110)),
      meta: metaOf(community),
      tap: pressOnly(`Open ${community.name}`, 'show-community', { community: community.id, back }),
    })),
  );

export const suggestionRows = (all: readonly Suggested[], back: string): Element[] =>
  rows(
    all.map(({ community, because }) => ({
      title: plain(community.name),
      about: plain(clip(because, 140)),
      meta: metaOf(community),
      tap: pressOnly(`Open ${community.name}`, 'show-community', { community: community.id, back }),
    })),
  );

const metaOf = ({ memberCount, stage }: CommunityCard): string =>
  dots(`${memberCount} ${words.community.members(memberCount)}`, stageNames[stage].name);

/** Several communities are meant by the same words: which one? Choosing does `verb`. */
export function whichCommunityCard(
  asked: string,
  found: readonly CommunityCard[],
  verb: 'show-community' | 'show-practices' | 'join',
): Card {
  const title = words.community.which(plain(asked));
  return card({
    body: [
      heading(title),
      ...rows(
        found.slice(0, MOST_ROWS).map((community) => ({
          title: plain(community.name),
          meta: metaOf(community),
          tap: pressOnly(`Choose ${community.name}`, verb, { community: community.id }),
        })),
      ),
    ],
    fallback: `${title} ${found.map(({ name }) => name).join(', ')}`,
  });
}
