/** Names of what is held in memory, so that a write can say what it touched. Prefixes catch everything below them. */
export const queryKeys = {
  me: ['me'],
  organisation: ['organisation'],
  home: ['home'],
  directory: ['communities'],
  uncoordinated: ['communities', 'uncoordinated'],
  topics: ['topics'],
  community: (id: string) => ['community', id],
  members: (id: string) => ['community', id, 'members'],
  requests: (id: string) => ['community', id, 'requests'],
  invitations: (id: string) => ['community', id, 'invitations'],
  practices: ['practices'],
  practice: (id: string) => ['practice', id],
  publication: (practiceId: string) => ['practice', practiceId, 'publication'],
  stalledSites: (communityId: string | undefined) => ['stalled-sites', communityId],
  versions: (id: string) => ['practice', id, 'versions'],
  people: ['people'],
  person: (id: string) => ['person', id],
  questions: ['questions'],
  question: (id: string) => ['question', id],
  consultation: (questionId: string) => ['question', questionId, 'consultation'],
  questionHistory: (id: string) => ['question', id, 'history'],
  posting: (communityId: string) => ['posting', communityId],
  conduct: (communityId: string) => ['conduct', communityId],
  reports: (communityId: string) => ['reports', communityId],
  audit: (communityId: string) => ['audit', communityId],
  unmaskings: (communityId: string) => ['unmaskings', communityId],
  gatherings: ['gatherings'],
  gathering: (id: string) => ['gathering', id],
  calendars: ['calendars'],
  meetings: ['meetings'],
  search: ['search'],
  preferences: ['preferences'],
  notifications: ['notifications'],
  broadcasts: ['broadcasts'],
  recipients: (broadcastId: string) => ['broadcasts', broadcastId],
  introductions: ['introductions'],
  introductionsOf: (communityId: string) => ['introductions', 'of', communityId],
  introduction: (id: string) => ['introductions', 'one', id],
  roundPreview: (communityId: string) => ['introductions', 'preview', communityId],
  mentoring: ['mentoring'],
  mentors: ['mentors'],
  mentorsOf: (communityId: string) => ['mentors', communityId],
  circles: ['circles'],
  circlesOf: (communityId: string) => ['circles', communityId],
} as const;

/** A query string from what is set; empty texts and `undefined` are left out. */
export function search(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
