import type { AttemptId, OrganisationId, PersonId, PracticeId, PublicationId } from '../kernel/ids.ts';
import type { Attempt } from './attempt.ts';
import type { Publication } from './publication.ts';
import type { PublicationFailure } from './state.ts';
import type { PublicationRow, PublishingTables } from './tables.ts';

export const toRow = (publication: Publication): PublicationRow => {
  const { place, page, shown, base, attempt, edit } = publication;
  return {
    practice_id: publication.practiceId,
    id: publication.id,
    organisation_id: publication.organisationId,
    cloud_id: place.cloudId,
    site_url: place.siteUrl,
    space_id: place.spaceId,
    space_name: place.spaceName,
    state: publication.state,
    page_id: page?.id ?? null,
    page_path: page?.path ?? null,
    page_title: page?.title ?? null,
    page_version: page?.version ?? null,
    shown_version: shown?.version ?? null,
    shown_revision: shown?.revision ?? null,
    base_title: base?.title ?? null,
    base_context: base?.context ?? null,
    base_body: base?.body ?? null,
    opened_to_readers: publication.openedToReaders,
    requested_by: publication.requestedBy ?? null,
    requested_at: publication.requestedAt,
    published_at: publication.publishedAt ?? null,
    failure: publication.failure ?? null,
    tries: publication.tries,
    next_try_at: publication.nextTryAt ?? null,
    attempt_id: attempt?.id ?? null,
    lease_until: attempt?.until ?? null,
    edit_version: edit?.version ?? null,
    edit_title: edit?.title ?? null,
    edit_context: edit?.text?.context ?? null,
    edit_body: edit?.text?.body ?? null,
    edit_by: edit?.by ?? null,
    edit_at: edit?.at ?? null,
    revision: publication.revision,
  };
};

export const fromRow = (row: PublicationRow): Publication => ({
  id: row.id as PublicationId,
  practiceId: row.practice_id as PracticeId,
  organisationId: row.organisation_id as OrganisationId,
  place: { cloudId: row.cloud_id, siteUrl: row.site_url, spaceId: row.space_id, spaceName: row.space_name },
  state: row.state,
  page:
    row.page_id === null || row.page_version === null
      ? undefined
      : { id: row.page_id, path: row.page_path ?? '/', title: row.page_title ?? '', version: row.page_version },
  shown: row.shown_version === null ? undefined : { version: row.shown_version, revision: row.shown_revision ?? 0 },
  base:
    row.base_title === null
      ? undefined
      : { title: row.base_title, context: row.base_context ?? '', body: row.base_body ?? '' },
  openedToReaders: row.opened_to_readers,
  requestedBy: (row.requested_by ?? undefined) as PersonId | undefined,
  requestedAt: row.requested_at,
  publishedAt: row.published_at ?? undefined,
  failure: (row.failure ?? undefined) as PublicationFailure | undefined,
  tries: row.tries,
  nextTryAt: row.next_try_at ?? undefined,
  attempt:
    row.attempt_id === null || row.lease_until === null
      ? undefined
      : { id: row.attempt_id as AttemptId, until: row.lease_until },
  edit: editFrom(row),
  revision: row.revision,
});

function editFrom(row: PublicationRow): Publication['edit'] {
  const { edit_version, edit_title, edit_context, edit_body, edit_by, edit_at } = row;
  if (edit_version === null || edit_at === null) return undefined;
  const title = edit_title ?? '';
  return {
    version: edit_version,
    title,
    text: edit_body === null ? undefined : { title, context: edit_context ?? '', body: edit_body },
    by: (edit_by ?? undefined) as PersonId | undefined,
    at: edit_at,
  };
}

export const attemptToRow = (attempt: Attempt): PublishingTables['publication_attempt'] => ({
  id: attempt.id,
  practice_id: attempt.practiceId,
  publication_id: attempt.publicationId,
  organisation_id: attempt.organisationId,
  cloud_id: attempt.cloudId,
  by: attempt.by ?? null,
  practice_version: attempt.practiceVersion,
  practice_revision: attempt.practiceRevision,
  begun_at: attempt.begunAt,
  ended_at: attempt.endedAt ?? null,
  outcome: null,
});

export const attemptFrom = (row: PublishingTables['publication_attempt']): Attempt => ({
  id: row.id as AttemptId,
  publicationId: row.publication_id as PublicationId,
  practiceId: row.practice_id as PracticeId,
  organisationId: row.organisation_id as OrganisationId,
  cloudId: row.cloud_id,
  by: (row.by ?? undefined) as PersonId | undefined,
  practiceVersion: row.practice_version,
  practiceRevision: row.practice_revision,
  begunAt: row.begun_at,
  endedAt: row.ended_at ?? undefined,
});
