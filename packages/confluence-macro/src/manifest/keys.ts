/** Every key that Forge documents for the modules we use. Forge itself takes a misspelt one without a word. */
export const keysOf: Readonly<Record<string, readonly string[]>> = {
  manifest: ['app', 'permissions', 'remotes', 'modules', 'resources'],
  macro: [
    'key',
    'resource',
    'resolver',
    'title',
    'icon',
    'description',
    'categories',
    'layout',
    'config',
    'adfExport',
    'autoConvert',
    'hidden',
    'render',
    'viewportSize',
    'emitsReadyEvent',
    'unlicensedAccess',
  ],
  'macro.config': ['resource', 'title', 'viewportSize', 'openOnInsert', 'icon', 'render'],
  'macro.adfExport': ['function'],
  'macro.autoConvert': ['matchers'],
  'confluence:contentBylineItem': [
    'key',
    'resource',
    'resolver',
    'title',
    'tooltip',
    'icon',
    'description',
    'viewportSize',
    'dynamicProperties',
    'displayConditions',
  ],
  'confluence:globalSettings': [
    'key',
    'resource',
    'resolver',
    'title',
    'icon',
    'render',
    'useAsConfig',
    'useAsGetStarted',
  ],
  'confluence:contentAction': ['key', 'resource', 'resolver', 'title', 'viewportSize'],
  scheduledTrigger: ['key', 'function', 'interval'],
  trigger: ['key', 'function', 'events', 'filter'],
  endpoint: ['key', 'remote', 'route', 'auth'],
  function: ['key', 'handler', 'timeoutSeconds'],
};

/** The categories of the macro browser. */
export const categories = [
  'admin',
  'communication',
  'confluence-content',
  'development',
  'external-content',
  'formatting',
  'media',
  'navigation',
  'reporting',
  'visuals',
];

/** How often a scheduled function may run. */
export const intervals = ['fiveMinute', 'hour', 'day', 'week'];

/** What we listen to. Forge takes the name of an event that never comes without a word. */
export const events = ['avi:confluence:updated:page', 'avi:confluence:trashed:page', 'avi:confluence:deleted:page'];

/** All that the app may ask for: pages and their properties, and what Atlassian asks for before it sends their events. */
export const scopes = [
  'read:page:confluence',
  'write:page:confluence',
  'read:space:confluence',
  'read:user:confluence',
  'read:content.metadata:confluence',
];
