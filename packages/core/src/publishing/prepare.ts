import type { Actor } from '../kernel/actor.ts';
import { type PracticeId, type PublicationId, siteOf } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Practice, Practitioner } from '../practices/practice.ts';
import type { QueuePublicationInput } from './contract.ts';
import type { PublishingDeps, Surroundings } from './ports.ts';
import {
  isPublished,
  objection,
  pageOf,
  type Place,
  type Publication,
  type PublishRefusal,
  type Request,
} from './publication.ts';
import { spacesFor } from './view.ts';

export type PrepareRefusal = PublishRefusal | 'no-such-practice' | 'space-not-connected' | 'no-source-page';

/** A practice that may be put on a page now, with where and how. */
export type Prepared = {
  readonly practice: Practice;
  readonly by: Practitioner;
  readonly publication: Publication | undefined;
  readonly surroundings: Surroundings;
  readonly request: Request;
};

type Wanted = QueuePublicationInput & { readonly practiceId: string };

/** What both ways of publishing begin with: may this person do it, and is the place one of the community's? */
export async function prepare(
  { practices, practitioners, practiceViews, publications, newId, now }: PublishingDeps,
  actor: Actor,
  { practiceId, ...wanted }: Wanted,
): Promise<Result<Prepared, PrepareRefusal>> {
  const id = practiceId as PracticeId;
  const practice = await practices.find(actor, id);
  if (!practice) return refuse('no-such-practice');
  const [by, publication, surroundings] = await Promise.all([
    practitioners.ofPractice(actor, practice),
    publications.find(id),
    publications.surroundings(id),
  ]);
  const page = pageOf(publication);
  const confirmed = wanted.confirm !== undefined || (page !== undefined && publication?.openedToReaders === true);
  const why = objection(practice, by, surroundings.about, { hasPage: isPublished(publication), confirmed });
  if (why) return refuse(why);

  const target =
    page && isPublished(publication) && publication ? { place: publication.place } : targetOf(surroundings, wanted);
  const place = target && connected(actor, surroundings, target.place);
  if (!target || !place) {
    return refuse(!page && wanted.onto === 'source-page' && !target ? 'no-source-page' : 'space-not-connected');
  }

  const source = 'source' in target ? target.source : undefined;
  const taken =
    source && (await publications.findByPage({ ...place, organisationId: practice.organisationId }, source.id));
  if (taken && taken.practiceId !== practice.id) return refuse('no-source-page');
  const first = source && (await practiceViews.version(id, 1));
  const request: Request = {
    newId: newId() as PublicationId,
    practice,
    place,
    // The practice began as a copy of its source page: that is what the two had in common.
    onto: source && first ? { page: source, shown: { version: 1, revision: 1 }, base: first } : undefined,
    by: actor.personId,
    openedToReaders: confirmed && surroundings.about.forMembers,
    at: now(),
  };
  return ok({ practice, by, publication, surroundings, request });
}

function targetOf(
  { spaces, source }: Surroundings,
  { connectionId, onto }: Pick<Wanted, 'connectionId' | 'onto'>,
): { readonly place: Place; readonly source?: NonNullable<Surroundings['source']>['page'] } | undefined {
  if (onto === 'source-page') return source && { place: source, source: source.page };
  const space = spaces.find((one) => one.connectionId === connectionId);
  return space && { place: { ...space, spaceName: space.name } };
}

/** The place, if it is (still) one of the community's, on the site that the actor is on if they are in Confluence. */
function connected(actor: Actor, { spaces }: Surroundings, { cloudId, spaceId }: Place): Place | undefined {
  if ((siteOf(actor.account) ?? cloudId) !== cloudId) return undefined;
  const space = spacesFor(actor, spaces).find((one) => one.cloudId === cloudId && one.spaceId === spaceId);
  return space && { cloudId, siteUrl: space.siteUrl, spaceId, spaceName: space.name };
}
