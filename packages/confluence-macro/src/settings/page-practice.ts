/** The content property that says which practice a page publishes: `{ practiceId, publicationId? }`. manifest.yml names it too. */
export const PAGE_PROPERTY = 'copse-practice';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/**
 * The property as Confluence keeps it; `propertyId` and `version` are needed to change it. Without a `publicationId`
 * somebody said by hand that the page is about the practice; with one the page is the practice, kept up to date.
 */
export type PagePractice = {
  readonly practiceId: string;
  readonly publicationId?: string;
  readonly propertyId: string;
  readonly version: number;
};

/** Where the properties of a page are read and written. */
export const propertiesOf = (pageId: string, propertyId?: string): string =>
  `/wiki/api/v2/pages/${encodeURIComponent(pageId)}/properties${propertyId === undefined ? '' : `/${encodeURIComponent(propertyId)}`}`;

/** Reads the practice out of Confluence's list of properties. Whatever else anybody wrote there counts as none. */
export function readPagePractice(list: unknown): PagePractice | undefined {
  const { results } = record(list);
  for (const property of Array.isArray(results) ? results : []) {
    const { id, key, value, version } = record(property);
    const { practiceId, publicationId } = record(value);
    const { number } = record(version);
    if (key !== PAGE_PROPERTY || typeof practiceId !== 'string' || !ID.test(practiceId)) continue;
    if (typeof id !== 'string' && typeof id !== 'number') continue;
    return {
      practiceId,
      ...(typeof publicationId === 'string' && ID.test(publicationId) ? { publicationId } : {}),
      propertyId: String(id),
      version: typeof number === 'number' ? number : 1,
    };
  }
  return undefined;
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
