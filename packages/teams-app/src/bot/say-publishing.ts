import type { Refusal } from '@copse/core';

/** Why something about a practice and its page did not happen, and what to do now. */
export const sayWhyNotPublishing = {
  'confluence-only': 'That works in Confluence only. Open the practice there.',
  'not-publishable': 'A page gets what the community stands behind. Let the practice be endorsed first.',
  'confirm-needed':
    'The practice is for members, and more people can read the space. Open it in the tab to confirm that they may.',
  'space-not-connected': 'That space is not connected to the community. Connect it first, or choose another.',
  'no-source-page': 'There is no such page, or it was changed since or shows another practice. Publish on a new page.',
  'being-published': 'Somebody is writing the page just now. Look again in a few minutes.',
  'choice-needed': 'The practice and its page were both changed. Open it in the tab, compare and choose.',
  'choice-outdated': 'The page has changed again. Open it in the tab and compare once more.',
  'page-does-not-fit': 'The page is too long for a practice, or its title too short. Shorten it in Confluence.',
  'page-already-kept': 'That page is a practice already. Improve it there.',
  'no-such-attempt': 'Nothing is being written any more. Open the practice to see how it stands.',
} as const satisfies Partial<Record<Refusal, string>>;
