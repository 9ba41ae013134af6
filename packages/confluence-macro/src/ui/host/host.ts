import { router, view } from '@forge/bridge';

/** What Confluence tells a macro about where it stands. */
export type Host = {
  readonly moduleKey: string;
  readonly accountId: string;
  readonly config: unknown;
  /** The link that was pasted and became this macro. */
  readonly pastedLink: unknown;
  /** The page is being written, so its reader can open the macro's settings. */
  readonly editing: boolean;
  readonly space: { readonly id: string; readonly key: string; readonly name: string } | undefined;
  readonly siteUrl: string;
  readonly locale: string;
};

/** Asks Confluence for the place, and lets it keep our colours in step with its own. */
export async function meetHost(): Promise<Host> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable().catch(() => undefined)]);
  return readContext(context);
}

/** Picks what we need out of the context; anything may be missing there, and macros still work. */
export function readContext(context: unknown): Host {
  const top = record(context);
  const extension = record(top['extension']);
  const space = record(extension['space']);
  const id = word(space['id']);
  return {
    moduleKey: word(top['moduleKey']),
    accountId: word(top['accountId']),
    config: extension['config'],
    pastedLink: extension['autoConvertLink'] ?? record(extension['config'])['autoConvertLink'],
    editing: extension['isEditing'] === true,
    space: id === '' ? undefined : { id, key: word(space['key']), name: word(space['name']) || word(space['key']) },
    siteUrl: word(top['siteUrl']),
    locale: word(top['locale']) || 'en',
  };
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
const word = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

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

const serviceUrl = () => document.querySelector<HTMLMetaElement>('meta[name="copse-service"]')?.content ?? '';

/** Our public address of a community or practice; it forwards into Teams. */
export const teamsLink = (kind: 'communities' | 'practices', id: string): string =>
  `${serviceUrl()}/open/${kind}/${id}`;
