import type { Refusal } from '@copse/core';
import { refused, type Words } from './words.ts';

/** Core's refusals about practices and their pages, in words for people. */
export const publishingRefusalWords = {
  'confluence-only': refused(
    'This works in Confluence only',
    'Pages are read and written by whoever is there.',
    'Open the practice in Confluence, or let Confluence fetch it from here.',
  ),
  'not-publishable': refused(
    'It cannot be published now',
    'A page gets what the community stands behind.',
    'Let the practice be endorsed first.',
  ),
  'confirm-needed': refused(
    'More people would read it',
    'The practice is for members, and a page is read by all who can read its space.',
    'Confirm that, or open the practice to your organisation.',
  ),
  'space-not-connected': refused(
    'That space is not connected',
    'A practice is published where its community is at home.',
    'Connect the space to the community first, or choose another.',
  ),
  'no-source-page': refused(
    'There is no such page',
    'The practice was made from none, or that page was changed since or shows another practice.',
    'Publish it on a new page.',
  ),
  'being-published': refused(
    'It is being published',
    'Somebody is writing the page just now.',
    'Look again in a few minutes.',
  ),
  'choice-needed': refused(
    'Somebody must choose first',
    'The practice and its page were both changed.',
    'Compare the two texts and choose; nothing is overwritten until then.',
  ),
  'choice-outdated': refused(
    'The page has changed again',
    'It is not the one any more that you compared.',
    'Compare once more, then choose.',
  ),
  'page-does-not-fit': refused(
    'The page does not fit into a practice',
    'It is too long, or its title too short.',
    'Shorten it in Confluence, or make a text of both here.',
  ),
  'page-already-kept': refused(
    'This page is a practice already',
    'A practice was made from it, or is published on it.',
    'Open that practice, and improve it there.',
  ),
  'no-such-attempt': refused(
    'Nothing is being written any more',
    'It was over, or somebody else has taken it on.',
    'Open the practice again to see how it stands.',
  ),
} as const satisfies Readonly<Partial<Record<Refusal, Words>>>;
