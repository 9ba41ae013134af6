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

/** All that the app may ask for: one content property of a page, read and written as whoever reads it. */
export const scopes = ['read:page:confluence', 'write:page:confluence'];
