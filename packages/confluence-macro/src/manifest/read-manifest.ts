import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Module = {
  readonly key: string;
  readonly resource?: string;
  readonly resolver?: { readonly endpoint?: string };
  readonly icon?: string;
  readonly description?: string;
  readonly categories?: readonly string[];
  readonly config?: { readonly resource?: string };
  readonly adfExport?: { readonly function: string };
  readonly dynamicProperties?: { readonly function: string };
  readonly displayConditions?: { readonly entityPropertyExists?: { readonly propertyKey?: string } };
  readonly autoConvert?: { readonly matchers?: readonly { readonly pattern: string }[] };
  readonly [other: string]: unknown;
};

export type Manifest = {
  readonly app: { readonly id: string };
  readonly permissions?: { readonly scopes?: readonly string[] };
  readonly remotes?: readonly { readonly key: string; readonly baseUrl: string }[];
  readonly modules: { readonly [Kind in string]?: readonly Module[] };
  readonly resources?: readonly { readonly key: string; readonly path: string }[];
};

export const readManifest = (path: string): Manifest => parse(readFileSync(path, 'utf8')) as Manifest;
