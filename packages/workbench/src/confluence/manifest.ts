import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface RawModule {
  readonly key: string;
  readonly title?: string;
  readonly description?: string;
  readonly icon?: string;
  readonly resource?: string;
  readonly resolver?: { readonly function?: string; readonly endpoint?: string };
  readonly config?: boolean | { readonly resource?: string; readonly title?: string; readonly openOnInsert?: boolean };
  readonly autoConvert?: { readonly matchers?: readonly { readonly pattern: string }[] };
  readonly adfExport?: { readonly function: string };
  readonly dynamicProperties?: { readonly function: string };
  readonly [more: string]: unknown;
}

interface RawManifest {
  readonly modules?: {
    readonly macro?: readonly RawModule[];
    readonly 'confluence:globalSettings'?: readonly RawModule[];
    readonly 'confluence:contentBylineItem'?: readonly RawModule[];
    readonly 'confluence:contentAction'?: readonly RawModule[];
    readonly scheduledTrigger?: readonly { readonly key: string; readonly function: string }[];
    readonly trigger?: readonly {
      readonly key: string;
      readonly function: string;
      readonly events: readonly string[];
    }[];
    readonly function?: readonly { readonly key: string; readonly handler: string }[];
  };
  readonly resources?: readonly { readonly key: string; readonly path: string }[];
  readonly remotes?: readonly { readonly key: string; readonly baseUrl: string }[];
  readonly permissions?: {
    readonly content?: unknown;
    readonly external?: unknown;
    readonly scopes?: readonly string[];
  };
}

export interface ForgeModule {
  readonly key: string;
  readonly type: (typeof shownKinds)[number];
  readonly title: string;
  readonly description: string;
  readonly resource: string;
  readonly configResource?: string;
  readonly configTitle?: string;
  readonly openOnInsert: boolean;
  readonly matchers: readonly string[];
  readonly resolver?: string;
  readonly exporter?: string;
  /** The function that gives a byline item its words. */
  readonly words?: string;
}

/** The kinds of modules that have something to show. */
const shownKinds = [
  'macro',
  'confluence:globalSettings',
  'confluence:contentBylineItem',
  'confluence:contentAction',
] as const;

/**
 * The app as its manifest describes it, read anew on each call: an edit of the manifest shows on reload. Links of
 * `serviceUrl` turn into macros, as those of the packed app's own address do.
 */
export function readManifest(file: string, serviceUrl?: string) {
  const raw = parse(readFileSync(file, 'utf8')) as RawManifest;
  const unpacked = raw.remotes?.[0]?.baseUrl;
  const ours = (pattern: string) => (unpacked && serviceUrl ? pattern.replace(unpacked, serviceUrl) : pattern);
  const read =
    (type: ForgeModule['type']) =>
    (module: RawModule): ForgeModule => ({
      key: module.key,
      type,
      title: module.title ?? module.key,
      description: module.description ?? '',
      resource: module.resource ?? '',
      ...(typeof module.config === 'object' && module.config.resource
        ? { configResource: module.config.resource }
        : {}),
      ...(typeof module.config === 'object' && module.config.title ? { configTitle: module.config.title } : {}),
      openOnInsert: typeof module.config === 'object' && module.config.openOnInsert === true,
      matchers: module.autoConvert?.matchers?.map(({ pattern }) => ours(pattern)) ?? [],
      ...(module.resolver?.function ? { resolver: module.resolver.function } : {}),
      ...(module.adfExport ? { exporter: module.adfExport.function } : {}),
      ...(module.dynamicProperties ? { words: module.dynamicProperties.function } : {}),
    });
  return {
    modules: shownKinds.flatMap((kind) => (raw.modules?.[kind] ?? []).map(read(kind))),
    scheduled: raw.modules?.scheduledTrigger ?? [],
    triggers: raw.modules?.trigger ?? [],
    resources: new Map((raw.resources ?? []).map(({ key, path }) => [key, path])),
    functions: new Map((raw.modules?.function ?? []).map(({ key, handler }) => [key, handler])),
    remotes: new Map((raw.remotes ?? []).map(({ key, baseUrl }) => [key, baseUrl])),
    permissions: raw.permissions ?? {},
  };
}

export type ForgeManifest = ReturnType<typeof readManifest>;
