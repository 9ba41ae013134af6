import { expect } from 'vitest';
import { findPerson } from '../src/organisation.ts';
import type { DocumentNode } from '../src/scene.ts';
import { idOf, type Window, type workbench } from './harness.ts';

export interface Publication {
  readonly state: string;
  readonly practiceVersion?: number;
  readonly page?: { readonly id: string; readonly version: number; readonly url: string };
  readonly spaces: readonly { readonly connectionId: string }[];
}
export interface Practice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly version: number;
  readonly revision: number;
  readonly life: string;
}

const SPACE = { kind: 'confluence-space', externalId: '65537', name: 'Engineering' };
const PLAYGROUND = '65675';

/** What the tests of publishing do and look at beside the browser. */
export function publishing(bench: ReturnType<typeof workbench>) {
  const publicationOf = (id: string) => bench.ask<Publication>('jonas', 'GET', `/practices/${id}/publication`);
  const practiceOf = (id: string) => bench.ask<Practice>('jonas', 'GET', `/practices/${id}`);
  async function until(id: string, wanted: Partial<Publication>) {
    await expect.poll(() => publicationOf(id), { timeout: 15_000 }).toMatchObject(wanted);
  }
  return {
    practiceOf,
    until,
    async connectSpace() {
      const guild = await idOf(bench, 'communities', 'Accessibility guild');
      const url = 'https://lindenhof.atlassian.net/wiki/spaces/ENG';
      await bench.ask('jonas', 'POST', `/communities/${guild}/connections`, { ...SPACE, url });
    },
    async pageOf(id: string) {
      const { page } = await publicationOf(id);
      if (!page) throw new Error('There is no page.');
      return page;
    },
    /** Puts a practice into the queue as Teams does, and lets the app's scheduled function run. */
    async publishFromTeams(title: string): Promise<string> {
      const id = await idOf(bench, 'practices', title, 'jonas');
      const { spaces } = await publicationOf(id);
      await bench.ask('jonas', 'POST', `/practices/${id}/publication`, { connectionId: spaces[0]?.connectionId });
      await bench.running().workbench.runSchedule();
      await until(id, { state: 'published' });
      return id;
    },
    /** Writes a sentence to the end of a practice, as its coordinator does in Teams. */
    async writeInTeams(id: string, words: string) {
      const { workbench: host, service } = bench.running();
      const jonas = findPerson('jonas');
      if (!jonas) throw new Error('The coordinator is not there.');
      const { body, revision } = await practiceOf(id);
      const response = await fetch(`${service.url}/api/v1/practices/${id}`, {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${await host.issuer.entraToken(jonas)}`,
          'content-type': 'application/json',
          'if-match': `"${revision}"`,
        },
        body: JSON.stringify({ body: `${body}\n\n${words}` }),
      });
      expect(response.status).toBe(200);
    },
    /** A page that shows one practice in full. */
    async pageWithMacro(practiceId: string) {
      const blocks = [{ id: 'm', kind: 'macro', key: 'copse-practices', config: { practiceId } }] as const;
      const { site } = bench.running().workbench;
      const page = site.page(PLAYGROUND);
      if (page) site.write(page, 'jonas', { blocks });
      return `jonas/confluence/page/${PLAYGROUND}`;
    },
  };
}

/** Adds a paragraph to the page that is open. */
export async function addLine({ host }: Window, words: string) {
  await host.getByRole('button', { name: 'Edit' }).click();
  await host.getByRole('textbox', { name: 'Paragraph' }).last().fill(words);
  await host.getByRole('button', { name: 'Publish' }).click();
}

const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });
const text = (words: string): DocumentNode => ({ type: 'text', text: words });
/** A page that people wrote, with what Markdown cannot say. */
export const benchWeek: DocumentNode = {
  type: 'doc',
  content: [
    paragraph(text('When somebody new joins the bench.')),
    { type: 'panel', attrs: { panelType: 'warning' }, content: [paragraph(text('Never alone.'))] },
    { type: 'extension', attrs: { extensionKey: 'roadmap', extensionType: 'x', text: 'Roadmap' } },
  ],
};
