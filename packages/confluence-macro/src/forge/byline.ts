import { asUser, assumeTrustedRoute } from '@forge/api';
import type { PracticeView } from '@copse/core/contracts';
import { PAGE_PROPERTY, propertiesOf, readPagePractice } from '../settings/page-practice.ts';
import { statusLine } from '../settings/practice-status.ts';
import { getFromService } from './service.ts';

/** What stands under the title of a page. */
export type Byline = { readonly title: string; readonly tooltip: string; readonly icon: string };

const ICON = 'resource:view;icons/practices.svg';
const PLAIN: Byline = { title: 'Practice', tooltip: 'This page publishes a practice of a community', icon: ICON };

/**
 * Says how far the practice on this page can be trusted, as far as the reader may see it.
 *
 * Never fails: a reader who may not see the practice, and a service that does not answer, leave the bare word.
 */
export async function practiceByline(payload: unknown): Promise<Byline> {
  const pageId = pageOf(payload);
  const practiceId = pageId === undefined ? undefined : await practiceOn(pageId);
  if (practiceId === undefined) return PLAIN;

  const practice = await getFromService<PracticeView>(`/practices/${practiceId}`);
  if (!practice.ok) return PLAIN;
  const { title, community, owner } = practice.value;
  return {
    title: statusLine(practice.value, new Date()),
    tooltip: `${title}. ${community.name}, kept by ${owner.name}.`.slice(0, 255),
    icon: ICON,
  };
}

/** Confluence puts the page at different places for different kinds of modules. */
function pageOf(payload: unknown): string | undefined {
  const top = record(payload);
  const context = record(top['context']);
  const places = [record(top['extension']), record(context['extension']), context, top];
  const found = places.map((place) => record(place['content'])['id'] ?? place['contentId']);
  const id = found.find(isId);
  return id === undefined ? undefined : String(id);
}

const isId = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

/** Read as the reader, so a page that they may not see tells nothing. */
async function practiceOn(pageId: string): Promise<string | undefined> {
  try {
    // Built of a fixed path and an encoded id, which is what the template tag would check.
    const route = assumeTrustedRoute(`${propertiesOf(pageId)}?key=${PAGE_PROPERTY}`);
    const response = await asUser().requestConfluence(route, { headers: { accept: 'application/json' } });
    return response.ok ? readPagePractice(await response.json())?.practiceId : undefined;
  } catch {
    return undefined;
  }
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
