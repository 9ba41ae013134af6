import type { Refusal } from '@copse/core';
import { explain, NOT_FOUND } from './explain.ts';
import type { Explanation } from './problem.ts';

/** Core's refusals about practices and their pages. */
export const publishingRefusals = {
  'confluence-only': explain(
    403,
    'Only from Confluence',
    'A page is read and written by whoever is in Confluence. Open the practice there, or let it be fetched from here.',
  ),
  'not-publishable': explain(
    409,
    'It cannot be published now',
    'A page gets what the community stands behind. Let the practice be endorsed first.',
  ),
  'confirm-needed': explain(
    409,
    'More people would read it',
    'The practice is for members, and a page is read by all who can read its space. Confirm that, or open the practice.',
  ),
  'space-not-connected': explain(
    409,
    'That space is not connected',
    'A practice is published where its community is at home. Connect the space to the community first.',
  ),
  'no-source-page': explain(
    409,
    'There is no such page',
    'The practice was made from none, or the page was changed since or shows another practice. Choose a new page.',
  ),
  'being-published': explain(
    409,
    'It is being published',
    'Somebody is writing the page just now. Look again in a few minutes.',
  ),
  'choice-needed': explain(
    409,
    'Somebody must choose first',
    'The practice and its page were both changed. Compare them and choose; nothing is overwritten until then.',
  ),
  'choice-outdated': explain(
    409,
    'The page has changed again',
    'It is not the one any more that was shown. Compare once more, then choose.',
  ),
  'page-does-not-fit': explain(
    422,
    'The page does not fit into a practice',
    'It is too long, or its title too short. Shorten it there, or make a text of both.',
  ),
  'page-already-kept': explain(
    409,
    'This page is a practice already',
    'A practice was made from it or is published on it. Open that one, and improve it there.',
  ),
  'no-such-attempt': explain(404, 'Attempt not found', NOT_FOUND),
} as const satisfies Readonly<Partial<Record<Refusal, Explanation>>>;
