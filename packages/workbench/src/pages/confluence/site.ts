import { useEffect, useState } from 'react';
import { ask, onSceneEvent } from '../host-server.ts';
import type { AdfNode } from './adf-view.tsx';

export interface ForgeModule {
  readonly key: string;
  readonly type: 'macro' | 'confluence:globalSettings' | 'confluence:contentBylineItem' | 'confluence:contentAction';
  readonly title: string;
  readonly description: string;
  readonly resource: string;
  readonly configResource?: string;
  readonly configTitle?: string;
  readonly openOnInsert: boolean;
  readonly matchers: readonly string[];
}

export interface MacroBlock {
  readonly id: string;
  readonly kind: 'macro';
  readonly key: string;
  readonly config?: Record<string, unknown>;
  readonly link?: string;
}

export interface TextBlock {
  readonly id: string;
  readonly kind: 'text' | 'heading';
  readonly text: string;
}

export type Block = TextBlock | MacroBlock;

export interface WikiPage {
  readonly id: string;
  readonly title: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
  readonly blocks: readonly Block[];
  /** A page that was written over the REST API holds a document. */
  readonly document?: AdfNode;
  readonly version?: number;
  readonly properties?: readonly { readonly key: string }[];
}

/** The pages of the site, fresh after each publication by anybody. */
export function usePages() {
  const [pages, setPages] = useState<readonly WikiPage[]>();
  useEffect(() => {
    const load = () =>
      void ask<{ pages: WikiPage[] }>('GET', '/pages').then(
        (answer) => setPages(answer.pages),
        () => undefined,
      );
    load();
    return onSceneEvent(({ type }) => (type === 'pages' ? load() : undefined));
  }, []);
  return pages;
}

export function useModules() {
  const [modules, setModules] = useState<readonly ForgeModule[]>();
  useEffect(() => {
    ask<{ modules: ForgeModule[] }>('GET', '/app').then(
      (answer) => setModules(answer.modules),
      () => setModules([]),
    );
  }, []);
  return modules;
}

/** `*` stands for one segment of the path, as in Forge's matchers. */
const matches = (pattern: string, link: string) => {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]+')}$`).test(link);
};

/** The macro that a pasted link turns into, if any. */
export const macroForLink = (modules: readonly ForgeModule[], link: string): ForgeModule | undefined =>
  /^https?:\/\/\S+$/.test(link)
    ? modules.find((module) => module.matchers.some((pattern) => matches(pattern, link)))
    : undefined;
