import type { PublicationView } from '@copse/core/contracts';
import { publicationFailureNames, publicationStateNames } from '@copse/core/vocabulary';
import { agoOf } from '../parts/ago.ts';
import type { Tone } from '../parts/lozenge.tsx';

export const publicationTones: Readonly<Record<PublicationView['state'], Tone>> = {
  none: 'neutral',
  queued: 'information',
  publishing: 'information',
  published: 'success',
  'edited-on-both-sides': 'warning',
  failed: 'danger',
  'page-gone': 'neutral',
  withdrawn: 'neutral',
};

/** How it stands with the page of a practice, as somebody sees it who is on the page `pageId`. */
export function publicationLine(view: PublicationView, pageId: string, now: Date): string {
  const { state, page, practiceVersion, publishedAt, outdated, failure, nextTryAt } = view;
  switch (state) {
    case 'published': {
      const where = page?.id === pageId ? 'Published here' : `Published in ${page?.spaceName ?? 'Confluence'}`;
      const what = practiceVersion === undefined ? '' : ` as version ${practiceVersion}`;
      const when = publishedAt ? `, ${agoOf(publishedAt, now)}` : '';
      return `${where}${what}${when}.${outdated ? ' The practice has changed since.' : ''}`;
    }
    case 'edited-on-both-sides':
      return 'Changed on both sides: the practice and its page say different things. Nothing is overwritten until somebody chooses.';
    case 'failed':
      return failure ? publicationFailureNames[failure] : `${publicationStateNames.failed.means}.`;
    case 'queued':
      return failure && nextTryAt
        ? publicationFailureNames[failure]
        : 'On its way: Confluence writes the page within five minutes.';
    default:
      return `${publicationStateNames[state].means}.`;
  }
}

/** The button for whoever may publish; nothing where it would do nothing. */
export function publishAction({ state, outdated, abilities }: PublicationView): string | undefined {
  if (!abilities.publish) return undefined;
  switch (state) {
    case 'none':
    case 'withdrawn':
    case 'page-gone':
      return 'Publish to Confluence';
    case 'queued':
      return 'Publish now';
    case 'failed':
      return 'Try again';
    case 'published':
      return outdated ? 'Update page' : undefined;
    default:
      return undefined;
  }
}
