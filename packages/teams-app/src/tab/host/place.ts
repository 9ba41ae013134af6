/**
 * Where in the tab somebody is, in the one spelling that Teams' `subPageId`, our hash and our links share:
 * a route without leading `#/`, such as `communities/<id>/members`.
 */
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PLACES = [
  'home|discover|me|notifications(?:/(?:settings|sent))?',
  'search(?:/[^/?#]{1,600}){0,2}',
  `people/${ID}`,
  `communities/${ID}(?:/(?:questions|practices|gatherings|introductions|mentoring|members|moderation))?`,
  `practices/${ID}(?:/(?:edit|history|both-sides))?`,
  `introductions/${ID}`,
  `gatherings(?:/${ID})?`,
  `questions(?:/${ID}(?:/(?:edit|history))?|/ask(?:/${ID})?)?`,
];
const PLACE = new RegExp(`^(?:${PLACES.join('|')})$`, 'iu');

/** The tab's own path for a deep link's `subPageId`, or `undefined` for one that is not ours (it is then ignored). */
export function pathFromSubPage(subPageId: string | undefined): string | undefined {
  const place = subPageId
    ?.trim()
    .replace(/^#?\/?/u, '')
    .replace(/\/$/u, '');
  return place && PLACE.test(place) ? `/${place.toLowerCase()}` : undefined;
}

/** The path that a hash names, falling back to home. */
export const pathFromHash = (hash: string): string => pathFromSubPage(hash) ?? '/home';

type LinkTarget = {
  /** The app's id in the Teams catalogue. */
  readonly teamsAppId: string;
  /** The service's public address: the link for people who have no Teams at hand leads there. */
  readonly publicUrl: string;
  readonly path: string;
  readonly label?: string;
};

/** A link that opens `path` in Teams for whoever clicks it, wherever it was pasted. */
export function teamsLink({ teamsAppId, publicUrl, path, label }: LinkTarget): string {
  const place = path.replace(/^\//u, '');
  const link = new URL(`https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/home`);
  const landing = landingOf(place);
  if (landing) link.searchParams.set('webUrl', new URL(landing, publicUrl).href);
  if (label) link.searchParams.set('label', label);
  link.searchParams.set('context', JSON.stringify({ subEntityId: place }));
  // Teams reads “+” literally, so spaces are spelled %20.
  return link.href.replaceAll('+', '%20');
}

/** What has a public landing page, which shows nothing and forwards into Teams. */
const LANDED: ReadonlySet<string | undefined> = new Set(['communities', 'practices', 'questions', 'gatherings']);

function landingOf(place: string): string | undefined {
  const [subject, id] = place.split('/');
  return id && id !== 'ask' && LANDED.has(subject) ? `/open/${subject}/${id}` : undefined;
}
