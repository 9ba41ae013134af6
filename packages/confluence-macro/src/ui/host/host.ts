import { router, view } from '@forge/bridge';
import { type Host, readContext } from './context.ts';

export type { Host } from './context.ts';

const PATIENCE_MS = 1500;

/** Asks Confluence for the place, and lets it keep our colours in step with its own. */
export async function meetHost(): Promise<Host> {
  const dressed = view.theme.enable().catch(() => undefined);
  const context = await view.getContext();
  // A host that never answers about colours must not keep the words back: the default colours stand in.
  await Promise.race([dressed, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  return readContext(context);
}

/** Saves a macro's settings and closes their panel. */
export const saveSettings = (config: object): Promise<void> => view.submit({ config });
export const closeSettings = (): Promise<void> => view.close();

/** Links cannot leave the sandboxed frame by themselves: Confluence opens them in a new tab. */
export function openLink(url: string): void {
  void router.open(url).catch(() => window.open(url, '_blank', 'noopener'));
}

/** Leads to the page where an administrator of the site links it to the organisation. */
export function openSiteSettings(): void {
  void router.navigate({ target: 'module', moduleKey: 'copse-settings' }).catch(() => undefined);
}

/** Our public address. */
export const serviceUrl = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="copse-service"]')?.content ?? '';

/** Our public address of a community, practice or question; it forwards into Teams. */
export const teamsLink = (kind: 'communities' | 'practices' | 'questions', id: string): string =>
  `${serviceUrl()}/open/${kind}/${id}`;
