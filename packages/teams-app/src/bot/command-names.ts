/** The words that start a command. The manifest's menus offer nothing else, and every one has a file in `commands/`. */
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
  'digest',
  'settings',
  'link',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
