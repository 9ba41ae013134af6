import { requestConfluence } from '@forge/bridge';
import { PAGE_PROPERTY, type PagePractice, propertiesOf, readPagePractice } from '../../settings/page-practice.ts';

/** `undefined`: Confluence did not let the viewer look, or cannot be asked here. */
export type OnPage = { readonly found: PagePractice | undefined } | undefined;

const json = { accept: 'application/json', 'content-type': 'application/json' };

/** Which practice a page publishes. Asked of Confluence as the viewer. Never throws. */
export async function practiceOnPage(pageId: string): Promise<OnPage> {
  try {
    const response = await requestConfluence(`${propertiesOf(pageId)}?key=${PAGE_PROPERTY}`, { headers: json });
    return response.ok ? { found: readPagePractice(await response.json()) } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the page publish this practice, or none; takes the rights of the viewer on the page. Tells whether it did. */
export async function publishOnPage(
  pageId: string,
  before: PagePractice | undefined,
  practiceId: string | undefined,
): Promise<boolean> {
  if (before === undefined && practiceId === undefined) return true;
  const value = { key: PAGE_PROPERTY, value: { practiceId } };
  const [path, request] =
    before === undefined
      ? [propertiesOf(pageId), { method: 'POST', body: JSON.stringify(value) }]
      : practiceId === undefined
        ? [propertiesOf(pageId, before.propertyId), { method: 'DELETE' }]
        : [
            propertiesOf(pageId, before.propertyId),
            { method: 'PUT', body: JSON.stringify({ ...value, version: { number: before.version + 1 } }) },
          ];
  try {
    return (await requestConfluence(path, { ...request, headers: json })).ok;
  } catch {
    return false;
  }
}
