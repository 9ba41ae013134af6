/**
 * The words that start a command; every one has a file in `commands/`. Teams' menus hold ten, so the manifest offers the
 * most wanted of each place, and `help` tells of the others.
 */
export const COMMAND_NAMES = [
  'help',
  'ask',
  'questions',
  'answer',
  'find',
  'communities',
  'community',
  'join',
  'practices',
  'me',
  'gatherings',
  'mentoring',
  'introductions',
  'digest',
  'settings',
  'link',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
