import { organisation } from '../organisation.ts';
import type { WikiPage } from '../scene.ts';
import type { ForgeRuntime } from './forge-runtime.ts';
import type { ForgeManifest } from './manifest.ts';
import { accountOf, type PageEvent, type Site, versionOf, type Writer } from './site.ts';

interface Watched {
  readonly site: Site;
  readonly forge: ForgeRuntime;
  readonly manifest: () => ForgeManifest;
  /** Whether there is a service that the functions could call. */
  readonly ready: () => boolean;
  readonly everyMs: number;
}

/**
 * Runs the app's functions where nobody asks for them, as Forge does: on a schedule, and after pages were changed.
 *
 * Events come to the app one after the other, also those that it caused itself. A function that fails is only reported.
 */
export function watchSite({ site, forge, manifest, ready, everyMs }: Watched) {
  let stopped = false;
  let queue: Promise<void> = Promise.resolve();

  const run = (moduleType: string, moduleKey: string, call: (app: ForgeManifest) => string, payload: unknown) => {
    queue = queue.then(async () => {
      if (stopped || !ready()) return;
      try {
        const app = manifest();
        await forge.invoke(app, call(app), { place: { moduleType, moduleKey, extension: {} } }, payload);
      } catch (error) {
        console.error(
          `The app's ${moduleType} ${moduleKey} failed: ${error instanceof Error ? error.message : 'unknown'}`,
        );
      }
    });
    return queue;
  };

  const tell = (event: PageEvent, page: WikiPage, writer: Writer) => {
    const eventType = `avi:confluence:${event}:page`;
    for (const { key, function: name, events } of triggersOf(manifest)) {
      if (events.includes(eventType)) void run('trigger', key, () => name, payloadOf(eventType, page, writer));
    }
  };

  const runSchedule = async () => {
    for (const { key, function: name } of scheduledIn(manifest)) {
      void run('scheduledTrigger', key, () => name, { context: { cloudId: organisation.cloudId, moduleKey: key } });
    }
    await queue;
  };

  const unlisten = site.listen(tell);
  const timer = setInterval(() => void runSchedule(), everyMs);
  return {
    runSchedule,
    async stop() {
      stopped = true;
      clearInterval(timer);
      unlisten();
      await queue;
    },
  };
}

/** A manifest that is being edited and does not parse has no modules for a moment. */
function reading<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
const triggersOf = (manifest: () => ForgeManifest) => reading(() => manifest().triggers, []);
const scheduledIn = (manifest: () => ForgeManifest) => reading(() => manifest().scheduled, []);

const payloadOf = (eventType: string, page: WikiPage, writer: Writer) => ({
  eventType,
  atlassianId: accountOf(writer),
  content: {
    id: page.id,
    type: 'page',
    status: page.trashed ? 'trashed' : 'current',
    title: page.title,
    version: { number: versionOf(page) },
    space: { id: organisation.space.id, key: organisation.space.key, name: organisation.space.name },
  },
});
