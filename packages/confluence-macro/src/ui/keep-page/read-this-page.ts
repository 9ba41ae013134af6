import { readPage } from '../../publishing/confluence.ts';
import { readPracticePage } from '../../page/practice-page.ts';
import type { Loss } from '../../page/losses.ts';
import type { Answer } from '../api/response.ts';
import { practiceOnPage } from '../api/page-practice.ts';
import { askAsUser } from '../publishing/ask-as-user.ts';
import { failed } from '../publishing/failure.ts';

/** A page in the words of a practice. */
export type ReadPage = {
  readonly title: string;
  readonly context: string;
  readonly body: string;
  readonly losses: readonly Loss[];
  readonly page: { readonly id: string; readonly spaceId: string; readonly version: number; readonly path: string };
  /** The practice that this page publishes already. */
  readonly publishes: string | undefined;
};

/** Reads the page as its reader. What they may not see is not read. */
export async function readThisPage(pageId: string): Promise<Answer<ReadPage>> {
  const [read, property] = await Promise.all([readPage(askAsUser, pageId), practiceOnPage(pageId)]);
  if (!read.ok) return failed(read.failure);
  const { id, spaceId, version, path, title, document } = read.value;
  return {
    ok: true,
    value: {
      ...readPracticePage(title, document),
      page: { id, spaceId, version, path },
      publishes: property?.found?.practiceId,
    },
  };
}
