/** What a link of ours points at. */
export type Subject = { readonly kind: 'community' | 'practice' | 'question'; readonly id: string };

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const OPEN_PATH = new RegExp(`^/open/(communities|practices|questions)/(${UUID})/?$`, 'iu');
const ROUTE = new RegExp(`^(communities|practices|questions)/(${UUID})(?:/.*)?$`, 'iu');

/**
 * Reads the subject out of a link that somebody pasted: our public address, or a deep link into the Teams app.
 *
 * The host is not compared: Confluence only hands over links that matched the app's own patterns, and the id is looked
 * up as the viewer, so a foreign link can show nothing that its reader may not see. Never throws.
 */
export function subjectOfLink(link: unknown): Subject | undefined {
  if (typeof link !== 'string' || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  const open = OPEN_PATH.exec(url.pathname);
  if (open) return subject(open);

  const route = ROUTE.exec(subEntityId(url.searchParams.get('context')));
  if (route) return subject(route);

  const webUrl = url.searchParams.get('webUrl');
  return webUrl && URL.canParse(webUrl) ? openSubject(new URL(webUrl)) : undefined;
}

const openSubject = (url: URL) => {
  const open = OPEN_PATH.exec(url.pathname);
  return open ? subject(open) : undefined;
};

function subEntityId(context: string | null): string {
  if (!context) return '';
  try {
    const parsed: unknown = JSON.parse(context);
    const id = typeof parsed === 'object' && parsed !== null && 'subEntityId' in parsed ? parsed.subEntityId : '';
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}

const kinds: Readonly<Record<string, Subject['kind']>> = { practices: 'practice', questions: 'question' };

const subject = (match: RegExpExecArray): Subject => ({
  kind: kinds[match[1]?.toLowerCase() ?? ''] ?? 'community',
  id: (match[2] ?? '').toLowerCase(),
});
