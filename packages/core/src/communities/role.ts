/** The community roles of the glossary. Being a member at all is the membership; a role is held on top of it. */
export const roles = [
  'coordinator',
  'facilitator',
  'sponsor',
  'knowledge-steward',
  'expert',
  'mentor',
  'knowledge-broker',
] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, { readonly one: string; readonly many: string; readonly does: string }>> =
  {
    coordinator: { one: 'Coordinator', many: 'Coordinators', does: 'guides the community and keeps it on its goals' },
    facilitator: { one: 'Facilitator', many: 'Facilitators', does: 'runs meetings so that every voice is heard' },
    sponsor: { one: 'Sponsor', many: 'Sponsors', does: 'is the bridge to the organisation and removes barriers' },
    'knowledge-steward': {
      one: 'Knowledge steward',
      many: 'Knowledge stewards',
      does: 'keeps what the community knows in good order',
    },
    expert: { one: 'Expert', many: 'Experts', does: 'is a recognised voice in the domain' },
    mentor: { one: 'Mentor', many: 'Mentors', does: 'helps others to grow in the domain' },
    'knowledge-broker': {
      one: 'Knowledge broker',
      many: 'Knowledge brokers',
      does: 'belongs to several communities and connects them',
    },
  };

/** How much somebody takes part (Wenger): computed by a later slice, so absent until then. */
export const participationLevels = ['core', 'active', 'peripheral'] as const;
export type ParticipationLevel = (typeof participationLevels)[number];

/**
 * Whether a grant gives its rights at `now`.
 *
 * A term ends by itself, except the coordinator's: an overdue coordinator keeps the rights until somebody renews the
 * term or takes over, because a community must not be orphaned by a date.
 */
export const holdsRole = ({ role, until }: { readonly role: Role; readonly until: Date | undefined }, now: Date) =>
  role === 'coordinator' || until === undefined || until > now;
