import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, startService } from '@copse/service';
import { startEmbeddedDatabase } from '@copse/service/database';
import { loadSample } from './load-sample.ts';
import { serviceSettings } from './service-settings.ts';
import { startWorkbench } from './workbench.ts';

export interface EverythingOptions {
  /** Where PostgreSQL and the hosts keep what they hold, absolute. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly servicePort: number;
  readonly workbenchPort: number;
  /** A PostgreSQL that runs already. Otherwise one is started, in the folder. */
  readonly database?: { readonly url: string };
  readonly onProgress: (step: string) => void;
  /** Asked between steps: a start that is no longer wanted ends early. */
  readonly isWanted?: () => boolean;
}

export class NotWantedAnyMore extends Error {}

/** Starts PostgreSQL, the service and the workbench in this process. `stop` ends them in the opposite order. */
export async function startEverything(options: EverythingOptions) {
  const { folder, servicePort, workbenchPort, onProgress, isWanted = () => true } = options;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    while (stops.length > 0) await stops.pop()?.();
  };
  const step = (words: string) => {
    if (!isWanted()) throw new NotWantedAnyMore();
    onProgress(words);
  };

  try {
    const startDatabase = async () => {
      const embedded = await startEmbeddedDatabase({ folder, onProgress });
      stops.push(embedded.stop);
      return embedded;
    };
    const database = options.database ?? (await startDatabase());

    step('Looking for the sample organisation');
    const stateFile = join(folder, 'workbench.json');
    if (await loadSample(database.url)) {
      rmSync(stateFile, { force: true });
      onProgress('Loaded Lindenhof Tools: 40 people, 9 communities, 25 practices, 7 questions');
    }

    step('Starting the workbench');
    const workbench = await startWorkbench({ port: workbenchPort, stateFile });
    stops.push(() => workbench.close());

    step('Starting the service');
    const config = readConfig({
      LOG_LEVEL: 'warn',
      ...serviceSettings(workbench.url),
      PORT: String(servicePort),
      DATABASE_URL: database.url,
    });
    const service = await startService(config);
    stops.push(service.stop);
    workbench.connectService(service.url);
    if (!isWanted()) throw new NotWantedAnyMore();
    return { workbench, service, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
