import { z } from 'zod';
import { id, instant, line, markdown, pageOf, pageQuery, personCard, topic, topics } from '../kernel/contract.ts';
import { archetypes, entries, formats, reaches } from './archetype.ts';
import { connectionKinds } from './connection.ts';
import { communityLimits as limits } from './limits.ts';
import { participationLevels, roles } from './role.ts';
import { stages } from './stage.ts';

/** Founding. What is left out comes from the archetype. */
export const foundCommunityInput = z.strictObject({
  archetype: z.enum(archetypes),
  name: line(3, limits.name),
  purpose: line(10, limits.purpose),
  domain: markdown(limits.domain).optional(),
  practice: markdown(limits.practice).optional(),
  charter: markdown(limits.charter).optional(),
  welcome: markdown(limits.welcome).optional(),
  topics: topics(limits.topics).default([]),
  format: z.enum(formats).optional(),
  visibility: z.enum(entries).optional(),
  reach: z.enum(reaches).optional(),
  cadence: line(0, limits.cadence).optional(),
});
export type FoundCommunityInput = z.output<typeof foundCommunityInput>;

const firstStep = z.strictObject({ text: line(1, limits.firstStep), done: z.boolean() });

export const editCommunityInput = z.strictObject({
  name: line(3, limits.name).optional(),
  purpose: line(10, limits.purpose).optional(),
  domain: markdown(limits.domain).optional(),
  practice: markdown(limits.practice).optional(),
  charter: markdown(limits.charter).optional(),
  welcome: markdown(limits.welcome).optional(),
  topics: topics(limits.topics).optional(),
  format: z.enum(formats).optional(),
  visibility: z.enum(entries).optional(),
  reach: z.enum(reaches).optional(),
  cadence: line(0, limits.cadence).optional(),
  firstSteps: z.array(firstStep).max(limits.firstSteps).optional(),
});
export type EditCommunityInput = z.output<typeof editCommunityInput>;

export const changeStageInput = z.strictObject({
  stage: z.enum(stages).exclude(['closed']),
  note: line(0, limits.note).optional(),
});
export type ChangeStageInput = z.output<typeof changeStageInput>;
export const closeCommunityInput = z.strictObject({ reason: line(3, limits.note) });
export type CloseCommunityInput = z.output<typeof closeCommunityInput>;

/** Where the community meets. `externalId` names the place for the host: `<teamId>|<channelId>`, a chat id, a space id. */
export const connectInput = z.strictObject({
  kind: z.enum(connectionKinds),
  externalId: z.string().min(1).max(400),
  name: line(1, 200),
  url: z
    .url({ protocol: /^https$/u })
    .max(1000)
    .optional(),
});
export type ConnectInput = z.output<typeof connectInput>;

export const connectionView = z.object({
  id,
  kind: z.enum(connectionKinds),
  externalId: z.string(),
  name: z.string(),
  url: z.string().optional(),
});
export type ConnectionView = z.output<typeof connectionView>;

/** How the viewer stands to a community. */
export const standings = ['none', 'requested', 'invited', 'member'] as const;
export type Standing = (typeof standings)[number];

/** A community in a list. */
export const communityCard = z.object({
  id,
  name: z.string(),
  purpose: z.string(),
  topics: z.array(z.string()),
  archetype: z.enum(archetypes),
  format: z.enum(formats),
  visibility: z.enum(entries),
  reach: z.enum(reaches),
  stage: z.enum(stages),
  memberCount: z.int(),
  practiceCount: z.int(),
  foundedAt: instant,
  standing: z.enum(standings),
  abilities: z.object({ join: z.boolean(), requestToJoin: z.boolean(), leave: z.boolean(), ask: z.boolean() }),
});
export type CommunityCard = z.output<typeof communityCard>;

export const roleHolder = z.object({
  person: personCard,
  role: z.enum(roles),
  since: instant,
  until: instant.optional(),
  /** The term is over, and somebody should renew it or hand it on. */
  overdue: z.boolean(),
});
export type RoleHolder = z.output<typeof roleHolder>;

/** The permission table's answers for the viewer. Screens show a button exactly when its ability is true. */
export const communityAbilities = z.object({
  join: z.boolean(),
  requestToJoin: z.boolean(),
  withdrawRequest: z.boolean(),
  acceptInvitation: z.boolean(),
  leave: z.boolean(),
  edit: z.boolean(),
  changeStage: z.boolean(),
  close: z.boolean(),
  reopen: z.boolean(),
  connect: z.boolean(),
  admit: z.boolean(),
  invite: z.boolean(),
  removeMember: z.boolean(),
  grantRoles: z.boolean(),
  handOver: z.boolean(),
  draftPractice: z.boolean(),
  /** Whoever takes part may ask, in a community that is not closed. */
  ask: z.boolean(),
  scheduleGathering: z.boolean(),
  /** Answers reports, and sees the record of it. */
  moderate: z.boolean(),
});
export type CommunityAbilities = z.output<typeof communityAbilities>;

/** The whole community, as one page shows it. */
export const communityView = communityCard.extend({
  domain: z.string(),
  practice: z.string(),
  charter: z.string(),
  /** For members (and for whoever may edit it) only. */
  welcome: z.string().optional(),
  cadence: z.string(),
  firstSteps: z.array(z.object({ text: z.string(), done: z.boolean() })),
  stageHistory: z.array(
    z.object({ stage: z.enum(stages), since: instant, by: personCard.optional(), note: z.string().optional() }),
  ),
  connections: z.array(connectionView),
  roleHolders: z.array(roleHolder),
  rolesWanted: z.array(z.enum(roles)),
  /** How many wait to be admitted; only for those who may admit. */
  requestCount: z.int().optional(),
  myRoles: z.array(z.enum(roles)),
  invitation: z.object({ by: personCard, message: z.string().optional() }).optional(),
  /** The viewer asked to come in and was turned down, and may ask again. */
  declined: z.object({ at: instant, reason: z.string() }).optional(),
  /** The viewer administers the organisation and is not in it: that it is there is shown, and none of what is in it. */
  asCaretaker: z.boolean(),
  closed: z.object({ at: instant, reason: z.string() }).optional(),
  revision: z.int(),
  abilities: communityAbilities,
});
export type CommunityView = z.output<typeof communityView>;

export const directoryQuery = z.strictObject({
  q: line(1, 100).optional(),
  topic: topic.optional(),
  format: z.enum(formats).optional(),
  archetype: z.enum(archetypes).optional(),
  /** Without it, closed communities are left out. */
  stage: z.enum(stages).optional(),
  mine: z.stringbool().optional(),
  /** Only those that nobody coordinates. */
  uncoordinated: z.stringbool().optional(),
  ...pageQuery,
});
export type DirectoryQuery = z.output<typeof directoryQuery>;
export const communityPage = pageOf(communityCard);
export type CommunityPage = z.output<typeof communityPage>;

export const topicCounts = z.object({ items: z.array(z.object({ topic: z.string(), communities: z.int() })) });
export type TopicCounts = z.output<typeof topicCounts>;

export const joinInput = z.strictObject({ message: line(0, limits.note).optional() });
export type JoinInput = z.output<typeof joinInput>;
export const leaveInput = z.strictObject({ successorId: id.optional() });
export type LeaveInput = z.output<typeof leaveInput>;
/** What leaving answers; the community is there while the person may still see it. */
export const leftView = z.object({ left: z.literal(true), community: communityView.optional() });
export type LeftView = z.output<typeof leftView>;
export const inviteInput = z.strictObject({ personId: id, message: line(0, limits.note).optional() });
export type InviteInput = z.output<typeof inviteInput>;
export const declineInput = z.strictObject({ reason: line(3, limits.note) });
export type DeclineInput = z.output<typeof declineInput>;
export const grantRoleInput = z.strictObject({ until: instant.optional() });
export type GrantRoleInput = z.output<typeof grantRoleInput>;
export const handOverInput = z.strictObject({ role: z.enum(roles), toPersonId: id, until: instant.optional() });
export type HandOverInput = z.output<typeof handOverInput>;

export const memberView = z.object({
  person: personCard,
  roles: z.array(z.object({ role: z.enum(roles), since: instant, until: instant.optional(), overdue: z.boolean() })),
  level: z.enum(participationLevels).optional(),
  joinedAt: instant,
  /** `layDownRoles`: this is the viewer, who may end roles of their own. */
  abilities: z.object({ grantRoles: z.boolean(), layDownRoles: z.boolean(), remove: z.boolean() }),
});
export type MemberView = z.output<typeof memberView>;
export const membersQuery = z.strictObject({ q: line(1, 80).optional(), role: z.enum(roles).optional(), ...pageQuery });
export type MembersQuery = z.output<typeof membersQuery>;
export const memberPage = pageOf(memberView);
export type MemberPage = z.output<typeof memberPage>;

export const requestView = z.object({ person: personCard, message: z.string().optional(), requestedAt: instant });
export const requestPage = pageOf(requestView);
export type RequestPage = z.output<typeof requestPage>;
export const invitationPage = pageOf(z.object({ person: personCard, by: personCard.optional(), invitedAt: instant }));
export type InvitationPage = z.output<typeof invitationPage>;

/** The place asks: which community meets here? */
export const atPlaceQuery = z.strictObject({ kind: z.enum(connectionKinds), externalId: z.string().min(1).max(400) });
export type AtPlaceQuery = z.output<typeof atPlaceQuery>;
