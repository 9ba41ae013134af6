import { isCopsePage } from '../page/practice-page.ts';
import { PAGE_PROPERTY, propertiesOf, readPagePractice } from '../settings/page-practice.ts';
import { type AskConfluence, readPage } from './confluence.ts';
import { type PresentPage, presentOf } from './publish.ts';

type Listening = {
  readonly ask: AskConfluence;
  readonly edited: (page: PresentPage) => Promise<void>;
  readonly gone: (pageId: string) => Promise<void>;
};

/**
 * Follows what people do to pages. Of a page that publishes no practice nothing leaves Confluence but, when it is
 * deleted, its number. Events may come twice, late, and for what the app did itself: they only say where to look.
 */
export async function followPage({ ask, edited, gone }: Listening, event: unknown): Promise<void> {
  const { eventType, content } = record(event);
  const { id } = record(content);
  const pageId = typeof id === 'number' ? String(id) : id;
  if (typeof pageId !== 'string' || !/^\d{1,19}$/u.test(pageId) || typeof eventType !== 'string') return;

  if (/:(?:trashed|deleted):page$/u.test(eventType)) return gone(pageId);
  if (!eventType.endsWith(':updated:page')) return;
  const page = await readPage(ask, pageId);
  if (!page.ok) return page.failure === 'page-gone' ? gone(pageId) : undefined;
  if (isCopsePage(page.value.document) || (await isMarked(ask, pageId))) await edited(presentOf(page.value));
}

/** Marked by a publication: a page that somebody only called a practice's by hand is theirs. */
async function isMarked(ask: AskConfluence, pageId: string): Promise<boolean> {
  const reply = await ask('GET', `${propertiesOf(pageId)}?key=${PAGE_PROPERTY}`);
  return reply?.status === 200 && readPagePractice(reply.body)?.publicationId !== undefined;
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
