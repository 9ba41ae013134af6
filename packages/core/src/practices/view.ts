import { holdsRole, type Role } from '../communities/role.ts';
import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { AdoptionView, PracticeCard, PracticeView } from './contract.ts';
import { possibleSteps } from './life-step.ts';
import type { AdoptionKind, AdoptionOutcome, CreditKind, Life, PracticeVisibility } from './life.ts';
import { allows, type Relation } from './permission.ts';
import type { Measure, Practitioner } from './practice.ts';
import { mayAdopt, weighed } from './trust.ts';
import { utc } from '../kernel/instant.ts';

/** How the viewer stands to the community of a row, as the queries bring it. */
export type ViewerRow = {
  readonly is_member: boolean;
  readonly my_roles: readonly { readonly role: Role; readonly until: Date | string | null }[] | null;
  readonly closed: boolean;
};

/** One practice as the list query brings it. */
export type PracticeCardRow = ViewerRow & {
  readonly id: string;
  readonly community_id: string;
  readonly community_name: string;
  readonly title: string;
  readonly summary: string;
  readonly topics: string[];
  readonly life: string;
  readonly visibility: string;
  readonly owner: PersonCardRow;
  readonly endorsement_count: number;
  readonly team_count: number;
  readonly review_by: string | null;
  readonly updated_at: Date;
  readonly endorsed_by_me: boolean;
  readonly my_credit: string | null;
};

type At = string;
/** One practice as the page query brings it; instants inside JSON come as text. */
export type PracticePageRow = PracticeCardRow & {
  readonly context: string;
  readonly body: string;
  readonly credits: readonly { readonly person: PersonCardRow; readonly credit: CreditKind }[] | null;
  readonly endorsements:
    | readonly {
        readonly person: PersonCardRow;
        readonly version: number;
        readonly note: string | null;
        readonly at: At;
      }[]
    | null;
  readonly adoptions: readonly AdoptionRow[] | null;
  readonly adoption_count: number;
  readonly trusted: boolean;
  readonly life_since: Date;
  readonly life_reason: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly kept_from: { readonly id: string; readonly title: string } | null;
  readonly page: { readonly title: string; readonly url: string } | null;
  readonly revision: number;
};
type AdoptionRow = {
  readonly id: string;
  readonly person: PersonCardRow;
  readonly kind: AdoptionKind;
  readonly team: string;
  readonly outcome: AdoptionOutcome | null;
  readonly story: string | null;
  readonly measure: Measure | null;
  readonly at: At;
};

/** How an actor relates to a community and, where credit and ownership are known, to one of its practices. */
export function practitionerOf(
  actor: Actor,
  { is_member, my_roles, closed }: ViewerRow,
  now: Date,
  own: { readonly ownerId?: string; readonly credit?: string | null } = {},
): Practitioner {
  const held = (my_roles ?? []).filter(({ role, until }) =>
    holdsRole({ role, until: until ? new Date(until) : undefined }, now),
  );
  const relations: Relation[] = held.map(({ role }) => role);
  if (is_member) relations.push('member');
  if (actor.guest) relations.push('partner');
  else relations.push('colleague');
  if (actor.administrator) relations.push('administrator');
  if (own.ownerId === actor.personId) relations.push('owner');
  if (own.credit === 'author' || own.credit === 'contributor') relations.push('author');
  return { personId: actor.personId, relations, closed };
}

/** A practice in a list. `now` decides whether its review is due. */
export function viewPracticeCard(actor: Actor, row: PracticeCardRow, now: Date): PracticeCard {
  const viewer = practitionerOf(actor, row, now, { ownerId: row.owner.id, credit: row.my_credit });
  const life = row.life as Life;
  const own = viewer.relations.includes('owner') || viewer.relations.includes('author');
  return {
    id: row.id,
    community: { id: row.community_id, name: row.community_name },
    title: row.title,
    summary: row.summary,
    topics: row.topics,
    life,
    visibility: row.visibility as PracticeVisibility,
    owner: viewPersonCard(row.owner),
    endorsementCount: row.endorsement_count,
    teamCount: row.team_count,
    ...(row.review_by ? { reviewBy: row.review_by } : {}),
    reviewDue: row.review_by !== null && life !== 'retired' && row.review_by <= now.toISOString().slice(0, 10),
    updatedAt: utc(row.updated_at),
    abilities: {
      endorse:
        allows(viewer.relations, 'endorse') && !viewer.closed && !own && weighed.has(life) && !row.endorsed_by_me,
      recordAdoption: mayAdopt({ life }, viewer, 'tried'),
    },
  };
}

/** The whole practice as one page shows it, with what this viewer may do now. */
export function viewPractice(actor: Actor, row: PracticePageRow, now: Date): PracticeView {
  const card = viewPracticeCard(actor, row, now);
  const viewer = practitionerOf(actor, row, now, { ownerId: row.owner.id, credit: row.my_credit });
  const facts = {
    life: card.life,
    ownerId: row.owner.id as PersonId,
    trusted: row.trusted,
    written: row.body.trim() !== '',
  };
  const edits = allows(viewer.relations, 'edit');
  return {
    ...card,
    context: row.context,
    body: row.body,
    contributors: (row.credits ?? []).map(({ person, credit }) => ({ person: viewPersonCard(person), credit })),
    endorsements: (row.endorsements ?? []).map(({ person, version, note, at }) => ({
      person: viewPersonCard(person),
      version,
      ...(note ? { note } : {}),
      at: utc(at),
    })),
    endorsedByMe: row.endorsed_by_me,
    adoptions: (row.adoptions ?? []).map((adoption) => viewAdoption(actor, viewer, adoption)),
    adoptionCount: row.adoption_count,
    lifeSince: utc(row.life_since),
    ...(row.life_reason ? { lifeReason: row.life_reason } : {}),
    version: row.version,
    createdAt: utc(row.created_at),
    ...(row.kept_from ? { keptFrom: row.kept_from } : {}),
    ...(row.page ? { page: row.page } : {}),
    revision: row.revision,
    abilities: {
      ...card.abilities,
      takeBackEndorsement: row.endorsed_by_me,
      edit: edits && card.life !== 'retired' && !viewer.closed,
      entrust: allows(viewer.relations, 'entrust') && card.life !== 'retired' && !viewer.closed,
      credit: edits,
      report: allows(viewer.relations, 'report') && !viewer.relations.includes('owner') && card.life !== 'draft',
      life: [...possibleSteps(facts, viewer)],
    },
  };
}

function viewAdoption(actor: Actor, viewer: Practitioner, row: AdoptionRow): AdoptionView {
  const { name, before, after, unit } = row.measure ?? {};
  return {
    id: row.id,
    by: viewPersonCard(row.person),
    kind: row.kind,
    team: row.team,
    ...(row.outcome ? { outcome: row.outcome } : {}),
    ...(row.story ? { story: row.story } : {}),
    ...(name !== undefined && after !== undefined
      ? { measure: { name, after, ...(before === undefined ? {} : { before }), ...(unit ? { unit } : {}) } }
      : {}),
    at: utc(row.at),
    abilities: { takeBack: row.person.id === actor.personId || allows(viewer.relations, 'take-back-any-adoption') },
  };
}
