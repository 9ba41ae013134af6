/**
 * Flags of Node for a process that runs the service.
 *
 * The heap: about 45 MB of it are alive, and without a ceiling V8 lets garbage pile up to 300 MB before it looks.
 * Measured under load: 174 instead of 380 MB in all, at the same CPU time per request. With 8 MB for what is young a
 * community page takes a tenth less processor time than with 6, and the process 4 MB more. What lives a little too long
 * for the young is marked and swept by threads of V8, beside the pages. With 12 MB a search takes a sixth less, but a busy
 * bot 253 MB in place of 249; with two threads besides, instead of four, 261.
 *
 * The compile cache, before the first file of ours is read: Node's stripper of types holds 18 MB as soon as one file
 * needs it, and from the second start on none does.
 */
export const SERVICE_FLAGS = [
  '--max-old-space-size=256',
  '--max-semi-space-size=8',
  '--import',
  new URL('compile-cache.mjs', import.meta.url).href,
];

/**
 * What such a process finds in its environment. Two arenas of malloc instead of eight for each core, and thresholds that
 * do not grow with what was asked for once: the threads of V8 and of libuv keep fifteen MB less of what they have given
 * back, at the same CPU time.
 */
export const SERVICE_ENVIRONMENT = {
  NODE_ENV: 'production',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
