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
  /** The page that is read; empty where there is none, such as in the settings. */
  readonly pageId: string;
  readonly siteUrl: string;
  readonly locale: string;
};

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
    pageId: word(record(extension['content'])['id']),
    siteUrl: word(top['siteUrl']),
    locale: word(top['locale']) || 'en',
  };
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
const word = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
