import { type Subject, subjectOfLink } from './link.ts';

export const macroKeys = [
  'copse-community',
  'copse-directory',
  'copse-practices',
  'copse-questions',
  'copse-ask',
  'copse-mentors',
  'copse-gatherings',
] as const;
export type MacroKey = (typeof macroKeys)[number];

/**
 * What a macro shows, read from its settings and from the link it was made of.
 *
 * `space` means: nothing was chosen, so show what fits the space that the page stands in.
 */
export type Shown =
  | { readonly kind: 'community'; readonly communityId: string; readonly full: boolean }
  | { readonly kind: 'community-of-space'; readonly full: boolean }
  | { readonly kind: 'directory'; readonly topic?: string }
  | { readonly kind: 'practice'; readonly practiceId: string }
  | { readonly kind: 'practices'; readonly communityId?: string; readonly topic?: string }
  | { readonly kind: 'practices-of-space' }
  | { readonly kind: 'question'; readonly questionId: string }
  | { readonly kind: 'questions'; readonly communityId?: string; readonly topic?: string }
  | { readonly kind: 'questions-of-space' }
  /** Without a community: the one of the space that the page stands in. */
  | { readonly kind: 'ask'; readonly communityId?: string }
  /** The same. */
  | { readonly kind: 'mentors'; readonly communityId?: string }
  /** Without a community: that of the space, or all that the viewer may see. */
  | { readonly kind: 'gatherings'; readonly communityId?: string };

/** What the settings panels save. Ids and words only: Confluence sends it along in a header of every request. */
export type MacroSettings = {
  readonly show?: 'card' | 'full';
  readonly communityId?: string;
  readonly practiceId?: string;
  readonly topic?: string;
  /** `all` in Practices and Questions: every one that the viewer may see, whatever the space. */
  readonly of?: 'all';
};

/** Decides what a macro shows. Damaged or foreign settings count as none, so the answer is never an error. */
export function shownBy(macro: MacroKey, config: unknown, link?: unknown): Shown {
  const settings = readSettings(config);
  const pasted = subjectOfLink(link);
  if (pasted && !settings.communityId && !settings.practiceId && !settings.topic && !settings.of) {
    return ofSubject(pasted, settings);
  }

  switch (macro) {
    case 'copse-community': {
      const full = settings.show === 'full';
      return settings.communityId
        ? { kind: 'community', communityId: settings.communityId, full }
        : { kind: 'community-of-space', full };
    }
    case 'copse-directory':
      return { kind: 'directory', ...(settings.topic ? { topic: settings.topic } : {}) };
    case 'copse-practices':
      if (settings.practiceId) return { kind: 'practice', practiceId: settings.practiceId };
      if (settings.communityId) return { kind: 'practices', communityId: settings.communityId };
      if (settings.topic) return { kind: 'practices', topic: settings.topic };
      return settings.of === 'all' ? { kind: 'practices' } : { kind: 'practices-of-space' };
    case 'copse-questions':
      if (settings.communityId) return { kind: 'questions', communityId: settings.communityId };
      if (settings.topic) return { kind: 'questions', topic: settings.topic };
      return settings.of === 'all' ? { kind: 'questions' } : { kind: 'questions-of-space' };
    case 'copse-ask':
      return { kind: 'ask', ...(settings.communityId ? { communityId: settings.communityId } : {}) };
    case 'copse-mentors':
      return { kind: 'mentors', ...(settings.communityId ? { communityId: settings.communityId } : {}) };
    case 'copse-gatherings':
      return { kind: 'gatherings', ...(settings.communityId ? { communityId: settings.communityId } : {}) };
  }
}

function ofSubject({ kind, id }: Subject, { show }: MacroSettings): Shown {
  switch (kind) {
    case 'community':
      return { kind: 'community', communityId: id, full: show === 'full' };
    case 'practice':
      return { kind: 'practice', practiceId: id };
    case 'question':
      return { kind: 'question', questionId: id };
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** Takes over what is well formed and forgets the rest. */
export function readSettings(config: unknown): MacroSettings {
  if (typeof config !== 'object' || config === null) return {};
  const { show, communityId, practiceId, topic, of } = config as Record<string, unknown>;
  return {
    ...(show === 'card' || show === 'full' ? { show } : {}),
    ...(isId(communityId) ? { communityId } : {}),
    ...(isId(practiceId) ? { practiceId } : {}),
    ...(typeof topic === 'string' && topic.trim() !== '' && topic.length <= 40 ? { topic } : {}),
    ...(of === 'all' ? { of } : {}),
  };
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
