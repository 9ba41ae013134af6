/**
 * The four parts of Forge's bridge that the macros use. The package's single entry pulls in all of it (6 KiB more after
 * compression); webpack.config.mjs puts this file in its place, and types still come from the package itself.
 */
export { requestConfluence } from '@forge/bridge/out/fetch/index.js';
export { invokeRemote } from '@forge/bridge/out/invoke-endpoint/invoke-remote.js';
export { router } from '@forge/bridge/out/router/router.js';
export { view } from '@forge/bridge/out/view/view.js';
