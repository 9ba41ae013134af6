import type { PracticeCard } from '@copse/core/contracts';
import { lifeNames } from '@copse/core/vocabulary';
import { words } from '../strings.ts';
import { type Card, card, openPage, small, text } from './card.ts';
import { backLine } from './community-card.ts';
import { pressOnly } from './card.ts';
import { heading } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots, rows } from './rows.ts';
import type { Viewer } from './viewer.ts';

const say = words.practices;
const MOST_ROWS = 6;

type Model = {
  /** Card Markdown. */
  readonly title: string;
  readonly practices: readonly PracticeCard[];
  readonly viewer: Viewer;
  /** The page of the tab with all of them. */
  readonly page: string;
  /** The words that lead back here from one of them. */
  readonly here: string;
  readonly back?: string | undefined;
  /** They are all of one community, so its name need not be repeated. */
  readonly ofOne?: boolean;
};

/** Practices in a list, each opening in place. */
export function practicesCard({ title, practices, viewer, page, here, back, ofOne }: Model): Card {
  return card({
    body: [
      back ? backLine(back) : undefined,
      heading(title),
      ...(practices.length === 0 ? [text(say.none), small(say.noneHelp, 'Small')] : []),
      ...rows(
        practices.slice(0, MOST_ROWS).map((practice) => ({
          title: plain(practice.title),
          about: practice.summary ? plain(clip(practice.summary, 120)) : undefined,
          meta: metaOf(practice, ofOne ?? false),
          tap: pressOnly(`Open ${practice.title}`, 'show-practice', { practice: practice.id, back: here }),
        })),
      ),
    ],
    actions: [openPage(practices.length === 0 ? words.openInCopse : words.seeAll, viewer.links.page(page))],
    fallback: `${title}: ${practices.map((practice) => practice.title).join(', ') || say.none}`,
  });
}

function metaOf({ life, endorsementCount, teamCount, community }: PracticeCard, ofOne: boolean): string {
  return dots(
    lifeNames[life].name,
    endorsementCount > 0 ? `${endorsementCount} ${words.practice.endorsements(endorsementCount)}` : undefined,
    teamCount > 0 ? `${teamCount} ${words.practice.teams(teamCount)}` : undefined,
    ofOne ? undefined : plain(community.name),
  );
}
