import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import { siteOf } from '../kernel/ids.ts';
import { differenceOf } from '../practices/difference.ts';
import type { CreditKind, Life } from '../practices/life.ts';
import { allows } from '../practices/permission.ts';
import { fitsPractice } from '../practices/take-over.ts';
import { practitionerOf, type ViewerRow } from '../practices/view.ts';
import type { Attempt } from './attempt.ts';
import { isPublishable, isPublished, isUnderWay, pageOf, type Publication } from './publication.ts';
import { inWritingOf } from './reconcile.ts';
import { STALLED_AFTER_MINUTES } from './state.ts';
import type { PublishingTables } from './tables.ts';
import type { BothSides, PublicationAttempt, PublicationView, PublishingSpace } from './view-contract.ts';
import { utc } from '../kernel/instant.ts';

/** A practice with its publication, as the query brings it. */
export type PublicationPageRow = ViewerRow & {
  readonly practice_id: string;
  readonly title: string;
  readonly context: string;
  readonly body: string;
  readonly topics: readonly string[];
  readonly life: string;
  readonly version: number;
  readonly practice_revision: number;
  readonly owner_id: string;
  readonly my_credit: string | null;
  readonly hidden: boolean;
  readonly for_members: boolean;
  readonly spaces: readonly PublishingSpace[] | null;
  readonly source: PublishingTables['practice_source_page'] | null;
  readonly requester: PersonCardRow | null;
  readonly editor: PersonCardRow | null;
  readonly visited_at: Date | null;
};

/**
 * How it stands with the page of a practice, for this viewer. Who may not publish sees the page and no more: what went
 * wrong, and what else could be done, is for those who can do something about it.
 */
export function viewPublication(
  actor: Actor,
  row: PublicationPageRow,
  publication: Publication | undefined,
  now: Date,
): PublicationView {
  const viewer = practitionerOf(actor, row, now, { ownerId: row.owner_id, credit: row.my_credit });
  const mayPublish = allows(viewer.relations, 'publish');
  const published = isPublished(publication);
  const page = mayPublish || published ? pageOf(publication) : undefined;
  const plain = {
    practiceId: row.practice_id,
    ...(publication && page ? { page: viewPage(publication, page) } : {}),
    ...(publication && page && publication.shown ? { practiceVersion: publication.shown.version } : {}),
    outdated: published && publication?.shown?.revision !== row.practice_revision,
    ...(page && publication?.publishedAt ? { publishedAt: utc(publication.publishedAt) } : {}),
    revision: publication?.revision ?? 0,
  };
  if (!mayPublish) {
    const none = { publish: false, choose: false, withdraw: false };
    return { ...plain, state: published ? 'published' : 'none', spaces: [], opensToReaders: false, abilities: none };
  }

  const state = publication?.state ?? 'none';
  const publishable = isPublishable({ life: row.life as Life }, row, published) && (published || !row.closed);
  const busy = publication !== undefined && isUnderWay(publication, now);
  return {
    ...plain,
    state,
    ...(publication && publication.state !== 'withdrawn' ? viewProgress(publication, row, now) : {}),
    ...(row.source && siteOf(actor.account) === row.source.cloud_id ? { sourcePage: viewSource(row.source) } : {}),
    ...(publication?.state === 'edited-on-both-sides' ? viewBothSides(publication, row) : {}),
    spaces: spacesFor(actor, row.spaces ?? []),
    opensToReaders: row.for_members && !(page && publication?.openedToReaders),
    abilities: {
      publish: publishable && !busy && state !== 'edited-on-both-sides',
      choose: state === 'edited-on-both-sides',
      withdraw: publication !== undefined && state !== 'withdrawn',
    },
  };
}

/** From a page of Confluence one publishes on its own site. */
export function spacesFor(actor: Actor, spaces: readonly PublishingSpace[]): PublishingSpace[] {
  const here = siteOf(actor.account);
  return spaces.filter(({ cloudId }) => here === undefined || cloudId === here);
}

const viewPage = ({ place }: Publication, page: NonNullable<Publication['page']>) => ({
  id: page.id,
  url: `${place.siteUrl}${page.path}`,
  title: page.title,
  version: page.version,
  cloudId: place.cloudId,
  spaceId: place.spaceId,
  spaceName: place.spaceName,
});

const viewSource = (source: PublishingTables['practice_source_page']) => ({
  id: source.page_id,
  url: `${source.site_url}${source.page_path}`,
  title: source.page_title,
  cloudId: source.cloud_id,
  spaceId: source.space_id,
});

function viewProgress(publication: Publication, { requester, visited_at }: PublicationPageRow, now: Date) {
  const { failure, nextTryAt, requestedAt, place } = publication;
  const since = visited_at && visited_at > requestedAt ? visited_at : requestedAt;
  const waits = publication.state === 'queued' || nextTryAt !== undefined || publication.attempt !== undefined;
  const stalled = waits && now.getTime() - since.getTime() > STALLED_AFTER_MINUTES * 60_000;
  return {
    requestedAt: utc(requestedAt),
    ...(requester ? { requestedBy: viewPersonCard(requester) } : {}),
    ...(failure ? { failure } : {}),
    ...(nextTryAt ? { nextTryAt: utc(nextTryAt) } : {}),
    ...(stalled ? { stalled: { siteUrl: place.siteUrl, since: utc(since) } } : {}),
  };
}

function viewBothSides({ edit, base }: Publication, row: PublicationPageRow): { bothSides?: BothSides } {
  if (!edit) return {};
  const { title, context, body } = row;
  const practice = { title, context, body, topics: row.topics };
  const { text } = edit;
  return {
    bothSides: {
      practice: { version: row.version, title, context, body },
      page: {
        version: edit.version,
        title: edit.title,
        ...(text ? { context: text.context, body: text.body } : {}),
        ...(row.editor ? { by: viewPersonCard(row.editor) } : {}),
        at: utc(edit.at),
      },
      before: base ?? { title, context, body },
      fields: text ? differenceOf(practice, { ...inWritingOf(practice, text), topics: row.topics }) : [],
      fits: text !== undefined && fitsPractice(text),
    },
  };
}

/** What is to be written, as the query brings it. */
export type SheetRow = {
  readonly attempt_id: string;
  readonly version: number;
  readonly title: string;
  readonly context: string;
  readonly body: string;
  readonly topics: string[];
  readonly life: string;
  readonly review_by: string | null;
  readonly team_count: number;
  readonly endorsement_count: number;
  readonly community_id: string;
  readonly community_name: string;
  readonly owner: PersonCardRow;
  readonly credits: readonly { readonly person: PersonCardRow; readonly credit: CreditKind }[] | null;
  readonly kept_from: { readonly id: string; readonly title: string } | null;
};

/** Everybody who can read the page reads this: people are named, and nothing leads to them. */
export function viewAttempt(attempt: Attempt, publication: Publication, row: SheetRow): PublicationAttempt {
  const { page, place } = publication;
  return {
    id: attempt.id,
    publicationId: attempt.publicationId,
    practiceId: attempt.practiceId,
    cloudId: attempt.cloudId,
    spaceId: place.spaceId,
    ...(page ? { pageId: page.id, expectedVersion: page.version } : {}),
    until: utc(publication.attempt?.until ?? attempt.begunAt),
    practice: {
      version: row.version,
      title: row.title,
      context: row.context,
      body: row.body,
      topics: row.topics,
      life: row.life as Life,
      ...(row.review_by ? { reviewBy: row.review_by } : {}),
      teamCount: row.team_count,
      endorsementCount: row.endorsement_count,
      community: { id: row.community_id, name: row.community_name },
      owner: { name: viewPersonCard(row.owner).name },
      credits: (row.credits ?? []).map(({ person, credit }) => ({ name: viewPersonCard(person).name, credit })),
      ...(row.kept_from ? { keptFrom: row.kept_from } : {}),
    },
  };
}
