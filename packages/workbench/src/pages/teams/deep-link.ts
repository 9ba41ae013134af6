import type { SceneInfo } from '../host-server.ts';

/** Where a link leads when it is followed inside the workbench: a place in Teams, or a page outside. */
export type Target = { readonly place: string } | { readonly outside: string };

/** What stands for the id of the Teams app in a Confluence app that has not been packed for a deployment. */
const UNSET_APP = '00000000-0000-0000-0000-000000000000';

const read = (text: string | null): Record<string, unknown> => {
  try {
    return JSON.parse(text ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
};

/**
 * Understands Teams deep links to our app, our bot's chat and our channels, and the service's public links that lead
 * into Teams. Undefined for what must not be followed (another scheme, no address at all).
 */
export function readLink(link: string, scene: SceneInfo): Target | undefined {
  let url: URL;
  try {
    url = new URL(link, scene.serviceUrl);
  } catch {
    return undefined;
  }
  // The bundles name the service by its usual local address, wherever it listens this time.
  if (url.origin === new URL(scene.serviceUrl).origin || url.hostname === '127.0.0.1') {
    const [, open, subject, id] = url.pathname.split('/');
    if (open === 'open' && subject && id) return { place: `app/home/${subject}/${id}` };
  }
  if (url.hostname === 'teams.microsoft.com' || url.protocol === 'msteams:') {
    const [, l, kind, target, entity] = decodeURIComponent(url.pathname).split('/');
    if (l === 'l' && kind === 'entity' && (target === scene.teamsAppId || target === UNSET_APP)) {
      const { subEntityId } = read(url.searchParams.get('context'));
      const sub = typeof subEntityId === 'string' ? `/${subEntityId.replace(/^#?\/?/, '')}` : '';
      return { place: `app/${entity || 'home'}${sub}` };
    }
    if (l === 'l' && kind === 'chat' && (url.searchParams.get('users') ?? '').includes(scene.botAppId))
      return { place: 'chat' };
    const channel = scene.team.channels.find(({ id }) => l === 'l' && kind === 'channel' && id === target);
    if (channel) return { place: `channel/${channel.key}/posts` };
  }
  return url.protocol === 'http:' || url.protocol === 'https:' ? { outside: url.href } : undefined;
}

/** Follows a link as Teams does: our own places inside, everything else in a new browser tab. */
export function followLink(link: string, scene: SceneInfo, onPlace: (place: string) => void): boolean {
  const target = readLink(link, scene);
  if (!target) return false;
  if ('place' in target) onPlace(target.place);
  else window.open(target.outside, '_blank', 'noopener,noreferrer');
  return true;
}
