/** How it stands with the page of a practice in Confluence; `none`: it was never published. */
export const publicationStates = [
  'none',
  'queued',
  'publishing',
  'published',
  'edited-on-both-sides',
  'failed',
  'page-gone',
  'withdrawn',
] as const;
export type PublicationState = (typeof publicationStates)[number];

export const publicationStateNames: Readonly<
  Record<PublicationState, { readonly name: string; readonly means: string }>
> = {
  none: { name: 'Not published', means: 'There is no page in Confluence' },
  queued: { name: 'On its way', means: 'Confluence fetches it within five minutes' },
  publishing: { name: 'Being written', means: 'Confluence is writing the page right now' },
  published: { name: 'Published', means: 'A page in Confluence shows it' },
  'edited-on-both-sides': {
    name: 'Edited on both sides',
    means: 'The practice and its page were both changed; somebody has to choose, and nothing is overwritten until then',
  },
  failed: { name: 'Not published', means: 'Confluence did not take it; the reason stands beside it' },
  'page-gone': {
    name: 'Page deleted',
    means: 'Somebody deleted the page; the practice stays and can be published anew',
  },
  withdrawn: { name: 'Withdrawn', means: 'The page is no longer connected with the practice' },
};

/** Why a page was not written. The first nine come from whoever talks to Confluence, the others from us. */
export const reportedFailures = [
  'edited-meanwhile',
  'title-taken',
  'not-allowed-there',
  'page-gone',
  'too-many-requests',
  'confluence-unavailable',
  'too-large',
  'not-understood',
  'given-up',
] as const;
export const publicationFailures = [
  ...reportedFailures,
  'no-outcome',
  'space-not-connected',
  'not-publishable',
  'page-does-not-fit',
] as const;
export type PublicationFailure = (typeof publicationFailures)[number];

/** What a person reads: what happened, and what they can do now. */
export const publicationFailureNames: Readonly<Record<PublicationFailure, string>> = {
  'edited-meanwhile': 'Somebody was editing the page at the same time. Publish once more.',
  'title-taken':
    'The space has another page with this title. Rename the practice or that page, then publish once more.',
  'not-allowed-there':
    'Confluence does not let it be written there. Ask an administrator of the space for permission, or choose another.',
  'page-gone': 'The page was deleted. Publish the practice anew, or restore the page in Confluence.',
  'too-many-requests': 'Confluence is busy. It is tried again by itself.',
  'confluence-unavailable': 'Confluence could not be reached. It is tried again by itself.',
  'too-large': 'The practice is too long for one page. Shorten it, then publish once more.',
  'not-understood': 'Confluence answered in an unexpected way. Publish once more, or tell your administrator.',
  'given-up': 'It was cancelled before the page was written. Publish once more when you like.',
  'no-outcome': 'Confluence began to write the page and never told what became of it. Look there, then publish again.',
  'space-not-connected': 'The space is no longer connected to the community. Connect it again, or choose another.',
  'not-publishable': 'The practice is no longer endorsed, or not open to those who read the space any more.',
  'page-does-not-fit': 'The page holds more than a practice can. Shorten it there, or keep the text of the practice.',
};

/** What one does about a page and a practice that were both changed. */
export const publicationChoices = ['practice', 'page', 'merged'] as const;
export type PublicationChoice = (typeof publicationChoices)[number];

/** Said by whoever knows that readers of the space will read a practice that is for members only. */
export const OPENS_TO_READERS = 'readers-of-the-space';

/** Without a visit of the app in Confluence for this long, people are told that nobody fetches what is queued. */
export const STALLED_AFTER_MINUTES = 60;
