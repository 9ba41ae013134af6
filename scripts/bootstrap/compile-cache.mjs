import { enableCompileCache, flushCompileCache } from 'node:module';

/** Parts of the service are loaded when they are first asked for; what is kept already is not written again. */
const AGAIN_MS = 10_000;

enableCompileCache();
// By itself Node writes at a graceful end only, which not every process has.
setInterval(() => flushCompileCache(), AGAIN_MS).unref();
