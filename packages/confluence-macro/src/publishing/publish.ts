import {
  type PagePractice,
  type PageText,
  practicePage,
  publishedVersion,
  readPracticePage,
  textOnPage,
} from '../page/practice-page.ts';
import {
  type AskConfluence,
  createPage,
  type Done,
  type Failed,
  findPage,
  isMarked,
  type Mark,
  markPage,
  type Page,
  readPage,
  updatePage,
} from './confluence.ts';

/** What is to be written, and where. */
export type Publishing = {
  readonly mark: Mark;
  readonly practice: PagePractice;
  readonly spaceId: string;
  /** The page to write over and the version that it has to have; without one a page is created. */
  readonly page?: { readonly id: string; readonly version: number } | undefined;
  /**
   * Writes over no page that does not bear the mark. For the app, which may write more than the people who ask it to: a
   * mark can be set by nobody who may not edit the page.
   */
  readonly markedOnly?: boolean;
};

/** A page as it stands, in words. */
export type PresentPage = PageText & {
  readonly pageId: string;
  readonly version: number;
  readonly path: string;
  readonly author: string | undefined;
};

export type Published = {
  /** The page that holds the practice now, with its text as it reads back. */
  readonly page: PresentPage;
  /** Somebody changed the page between an earlier try, whose outcome was lost, and now: what it says at present. */
  readonly editedSince?: PresentPage;
};

export type PublishingFailed = Failed & { readonly present?: PresentPage };
export type Outcome = { readonly ok: true; readonly value: Published } | PublishingFailed;

/**
 * Writes a practice to its page, or creates the page.
 *
 * Safe to repeat after a crash at any point: a page that an earlier try created or wrote is recognised and kept, so there
 * is never a second page; and a version that somebody else wrote is never written over, but handed back.
 */
export const publish = (ask: AskConfluence, publishing: Publishing): Promise<Outcome> =>
  publishing.page ? writeOver(ask, publishing, publishing.page) : findOrCreate(ask, publishing);

type Expected = { readonly id: string; readonly version: number };

async function writeOver(ask: AskConfluence, publishing: Publishing, expected: Expected): Promise<Outcome> {
  const found = await readPage(ask, expected.id);
  if (!found.ok) return found;
  if (publishing.markedOnly && !(await isOurs(ask, publishing, found.value))) {
    return { ok: false, failure: 'not-allowed-there' };
  }
  if (found.value.version === expected.version) return writeThis(ask, publishing, found.value);

  const present = presentOf(found.value);
  // What an earlier try wrote whose outcome was lost says exactly what this one would have written.
  return saysTheSame(present, textOnPage(publishing.practice))
    ? published(ask, publishing, found.value)
    : { ok: false, failure: 'edited-meanwhile', present };
}

/** Marked for this publication, or with its panel still on it: one of the two outlives most of what people do. */
async function isOurs(ask: AskConfluence, { mark, practice }: Publishing, page: Page): Promise<boolean> {
  return publishedVersion(page.document, practice.url) !== undefined || (await isMarked(ask, page.id, mark));
}

async function writeThis(ask: AskConfluence, publishing: Publishing, page: Page): Promise<Outcome> {
  const { practice } = publishing;
  const document = practicePage(practice, page.document);
  const message = `Version ${practice.version} of the practice, from Copse`;
  const written = await updatePage(ask, { ...page, title: practice.title, document, message });
  if (written.ok) return published(ask, publishing, { ...written.value, document });
  if (written.failure !== 'edited-meanwhile') return written;
  const now = await readPage(ask, page.id);
  return now.ok ? { ...written, present: presentOf(now.value) } : written;
}

async function findOrCreate(ask: AskConfluence, publishing: Publishing): Promise<Outcome> {
  const { practice, spaceId } = publishing;
  const same = await findPage(ask, { spaceId, title: practice.title });
  if (!same.ok) return inSpace(same);
  if (same.value) return adopted(ask, publishing, same.value);

  const document = practicePage(practice);
  const created = await createPage(ask, spaceId, { title: practice.title, document });
  return created.ok ? published(ask, publishing, { ...created.value, document }) : inSpace(created);
}

/** Where there is no page yet, what is not there is the space, for whoever asked. */
const inSpace = (failed: Failed): Failed =>
  failed.failure === 'page-gone' ? { ...failed, failure: 'not-allowed-there' } : failed;

/** A page with the same title: kept when an earlier try of this very publication created it. */
async function adopted(ask: AskConfluence, publishing: Publishing, page: Page): Promise<Outcome> {
  const { practice } = publishing;
  const version = publishedVersion(page.document, practice.url);
  if (version === undefined) return { ok: false, failure: 'title-taken' };

  const text = textOnPage(practice);
  const present = presentOf(page);
  if (saysTheSame(present, text)) return published(ask, publishing, page);
  // Nobody has touched it, so the practice has gone on meanwhile.
  if (page.version === 1) return writeThis(ask, publishing, page);
  if (version !== practice.version) return { ok: false, failure: 'title-taken' };

  await markPage(ask, page.id, publishing.mark);
  return { ok: true, value: { page: { ...present, ...text, version: 1 }, editedSince: present } };
}

async function published(ask: AskConfluence, { mark }: Publishing, page: Page): Promise<Done<Published>> {
  await markPage(ask, page.id, mark);
  return { ok: true, value: { page: presentOf(page) } };
}

export const presentOf = ({ id, title, version, document, path, author }: Page): PresentPage => {
  const { losses: _losses, ...text } = readPracticePage(title, document);
  return { ...text, pageId: id, version, path, author };
};

const saysTheSame = (one: PageText, other: PageText) =>
  one.title === other.title && one.context === other.context && one.body === other.body;
