import type { Actor } from '../kernel/actor.ts';
import { type Change, change } from '../kernel/change.ts';
import type { CommunityId, ConnectionId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type ArchetypeName, archetypeOf, type Entry, type Format, type Reach } from './archetype.ts';
import type { ConnectionKind } from './connection.ts';
import type { CommunityEvent, MembershipEvent } from './events.ts';
import type { Membership } from './membership.ts';
import { allows, capacitiesOf, type CommunityAction } from './permission.ts';
import type { Stage } from './stage.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

export type FirstStep = { readonly text: string; readonly done: boolean };
export type StageChange = {
  readonly stage: Stage;
  readonly since: Date;
  readonly by: PersonId | undefined;
  readonly note: string | undefined;
};
export type Connection = {
  readonly id: ConnectionId;
  readonly kind: ConnectionKind;
  readonly externalId: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly at: Date;
  readonly by: PersonId | undefined;
};

/** What a community says about itself. */
export type Description = {
  readonly name: string;
  readonly purpose: string;
  readonly domain: string;
  readonly practice: string;
  readonly charter: string;
  readonly welcome: string;
  readonly topics: readonly string[];
  readonly format: Format;
  readonly visibility: Entry;
  readonly reach: Reach;
  readonly cadence: string;
  readonly firstSteps: readonly FirstStep[];
};

export type Community = Description & {
  readonly id: CommunityId;
  readonly organisationId: OrganisationId;
  readonly archetype: ArchetypeName;
  readonly stage: Stage;
  /** Oldest first; the last one is the stage it is in. */
  readonly history: readonly StageChange[];
  readonly connections: readonly Connection[];
  readonly foundedAt: Date;
  readonly foundedBy: PersonId | undefined;
  readonly closed: { readonly at: Date; readonly reason: string } | undefined;
  readonly revision: number;
};
export type CommunityChange = Change<Community, CommunityEvent>;

/** A community as one actor meets it: what every rule about it starts from. */
export type Situation = {
  readonly actor: Actor;
  readonly community: Community;
  /** The actor's own membership, in whatever state it is. */
  readonly me: Membership | undefined;
  /** How many coordinate it, and a number that moves with each change of who they are. */
  readonly coordinators: number;
  readonly coordination: number;
};

export type Founding = {
  readonly community: Community;
  readonly founder: Membership;
  readonly events: readonly (CommunityEvent | MembershipEvent)[];
};

type Draft = Pick<Description, 'name' | 'purpose' | 'topics'> &
  Partial<{ readonly [Field in keyof Description]: Description[Field] | undefined }> & {
    readonly id: CommunityId;
    readonly archetype: ArchetypeName;
    readonly at: Date;
  };

/**
 * Founds a community whose first member and coordinator is the actor. What the draft leaves out, the archetype sets.
 *
 * Partners' people take part in what the organisation founds, but do not found in its name.
 */
export function found(actor: Actor, { id, archetype, at, ...draft }: Draft): Result<Founding, 'guests-cannot-found'> {
  if (actor.guest) return refuse('guests-cannot-found');

  const { organisationId, personId } = actor;
  const usual = archetypeOf[archetype];
  const community: Community = {
    id,
    organisationId,
    archetype,
    name: draft.name,
    purpose: draft.purpose,
    domain: draft.domain ?? '',
    practice: draft.practice ?? '',
    charter: draft.charter ?? '',
    welcome: draft.welcome ?? '',
    topics: draft.topics,
    format: draft.format ?? usual.format,
    visibility: draft.visibility ?? usual.visibility,
    reach: draft.reach ?? 'organisation',
    cadence: draft.cadence || usual.cadence,
    firstSteps: draft.firstSteps ?? usual.firstSteps.map((text) => ({ text, done: false })),
    stage: 'potential',
    history: [{ stage: 'potential', since: at, by: personId, note: undefined }],
    connections: [],
    foundedAt: at,
    foundedBy: personId,
    closed: undefined,
    revision: 1,
  };
  const founder: Membership = {
    communityId: id,
    personId,
    state: 'member',
    message: undefined,
    decidedBy: undefined,
    reason: undefined,
    since: at,
    roles: [{ role: 'coordinator', since: at, until: undefined, by: personId }],
    revision: 1,
  };
  const about = { communityId: id, by: personId };
  return ok({
    community,
    founder,
    events: [
      { type: 'community.founded', ...about },
      { type: 'membership.joined', personId, ...about },
      { type: 'role.granted', role: 'coordinator', personId, ...about },
    ],
  });
}

/** Whether the actor holds the right to do this, whatever state the community is in. */
export const isAllowed = ({ actor, community, me, coordinators }: Situation, action: CommunityAction, now: Date) =>
  allows(
    capacitiesOf(
      {
        administrator: actor.administrator,
        member: me?.state === 'member',
        roles: me?.roles ?? [],
        uncoordinated: coordinators === 0,
      },
      community.visibility,
      now,
    ),
    action,
  );

/** Why the actor may not write here now, or nothing when they may. */
export function objection(situation: Situation, action: CommunityAction, now: Date) {
  if (!isAllowed(situation, action, now)) return 'not-allowed';
  return situation.community.closed ? 'community-closed' : undefined;
}

export type Edit = Partial<{ readonly [Field in keyof Description]: Description[Field] | undefined }>;

/** Changes what the community says about itself. Saying again what it says already changes nothing. */
export function edit(
  situation: Situation,
  fields: Edit,
  { at, ifRevision }: { readonly at: Date } & Expecting,
): Result<CommunityChange | undefined, 'not-allowed' | 'community-closed' | 'changed-meanwhile'> {
  const { community } = situation;
  const why = objection(situation, 'edit', at);
  if (why) return refuse(why);
  if (isStale(ifRevision, community)) return refuse('changed-meanwhile');

  const changed = Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(community[field as keyof Description]),
    ),
  ) as Partial<Description>;
  if (Object.keys(changed).length === 0) return ok(undefined);

  const state = { ...community, ...changed };
  const edited = { type: 'community.edited', visibility: state.visibility, ...about(situation) } as const;
  return ok(change<Community, CommunityEvent>(state, edited));
}

/** Whether a change takes a name that others could read: then no other living community may bear it. */
export const claimsName = (before: Community, { state }: CommunityChange) =>
  isListed(state) && (!isListed(before) || state.name !== before.name);
const isListed = ({ closed, visibility }: Community) => !closed && visibility !== 'by-invitation';

/** Who did it to which community: what every event of these rules says. */
export const about = ({ actor, community }: Situation) => ({ communityId: community.id, by: actor.personId });
