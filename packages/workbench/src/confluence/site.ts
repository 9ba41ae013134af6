import { EventEmitter } from 'node:events';
import { organisation, people } from '../organisation.ts';
import type { Block, DocumentNode, PageProperty, Scene, WikiPage } from '../scene.ts';

export type PageEvent = 'created' | 'updated' | 'trashed';

/** Who writes: a sample person, or the app itself. */
export type Writer = string;
export const APP: Writer = 'app';

export const accountOf = (writer: Writer): string =>
  people.find(({ key }) => key === writer)?.atlassianId ?? organisation.forgeAccountId;

export const versionOf = ({ version = 1 }: WikiPage): number => version;

type Written = Partial<Pick<WikiPage, 'title' | 'blocks' | 'document' | 'properties' | 'trashed'>>;

/** The pages of the site: every change goes through here, counts the version up and is told to whoever listens. */
export function createSite(scene: Scene) {
  const heard = new EventEmitter().setMaxListeners(0);
  const { pages } = scene.state;
  let last = 0;

  const save = (page: WikiPage) => {
    const at = pages.findIndex(({ id }) => id === page.id);
    if (at < 0) pages.push(page);
    else pages[at] = page;
    scene.changed({ type: 'pages' });
    return page;
  };

  return {
    pages: () => pages.filter(({ trashed }) => !trashed),
    page: (id: string) => pages.find((page) => page.id === id),
    titled: (title: string) => pages.find((page) => !page.trashed && page.title === title),

    create(writer: Writer, title: string, content: Pick<WikiPage, 'blocks' | 'document'>): WikiPage {
      last = Math.max(last + 37, Date.now() % 10_000_000);
      const page = save({
        id: String(70_000_000 + last),
        title,
        ...content,
        version: 1,
        updatedBy: writer,
        updatedAt: new Date().toISOString(),
      });
      heard.emit('page', 'created', page, writer);
      return page;
    },

    /** A new version of a page. */
    write(page: WikiPage, writer: Writer, { trashed, ...content }: Written): WikiPage {
      const next = save({
        ...page,
        ...content,
        ...(trashed ? { trashed } : {}),
        version: versionOf(page) + 1,
        updatedBy: writer,
        updatedAt: new Date().toISOString(),
      });
      heard.emit('page', trashed ? 'trashed' : 'updated', next, writer);
      return next;
    },

    /** Properties are no part of a page's version, and nobody is told of them. */
    keepProperties: (page: WikiPage, properties: readonly PageProperty[]) => save({ ...page, properties }),

    listen(listener: (event: PageEvent, page: WikiPage, writer: Writer) => void) {
      heard.on('page', listener);
      return () => void heard.off('page', listener);
    },
  };
}

export type Site = ReturnType<typeof createSite>;

/** A page as the REST API shows it, also one that was made of blocks. */
export const documentOf = ({ document, blocks }: WikiPage): DocumentNode =>
  document ?? { type: 'doc', content: blocks.flatMap(blockAsNode) };

function blockAsNode(block: Block): DocumentNode[] {
  if (block.kind === 'macro') {
    return [
      {
        type: 'extension',
        attrs: {
          extensionType: 'com.atlassian.ecosystem',
          extensionKey: `${organisation.forgeAppId.split('/')[1]}/${organisation.forgeEnvironmentId}/static/${block.key}`,
          text: block.key,
          localId: block.id,
          layout: 'default',
        },
      },
    ];
  }
  if (block.text.trim() === '') return [];
  const content = [{ type: 'text', text: block.text }];
  return [
    block.kind === 'heading' ? { type: 'heading', attrs: { level: 2 }, content } : { type: 'paragraph', content },
  ];
}
