/** The kinds of place where a community meets. */
export const connectionKinds = ['teams-channel', 'teams-chat', 'confluence-space'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];
