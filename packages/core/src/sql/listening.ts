import pg from 'pg';

/** New rows in the outbox are announced on this channel, by a trigger, when their transaction commits. */
export const OUTBOX_CHANNEL = 'copse_outbox';

const RECONNECT_MS = 3000;

/**
 * Calls `onNotice` whenever somebody announces something on the channel, over a connection of its own, until the
 * function that it answers is called. A lost connection is opened again; what was announced meanwhile is missed, so
 * `onNotice` is called once after each connection, and whoever listens also looks by itself from time to time.
 */
export function listen(
  settings: pg.ClientConfig,
  channel: string,
  onNotice: () => void,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | undefined;
  let waiting: NodeJS.Timeout | undefined;

  async function connect() {
    const opened = new pg.Client({ ...settings, application_name: 'copse listener', keepAlive: true });
    client = opened;
    let over = false;
    const again = (error?: unknown) => {
      if (over || stopped) return;
      over = true;
      if (error !== undefined) onError(error);
      void hangUp(opened);
      waiting = setTimeout(() => void connect(), RECONNECT_MS);
      waiting.unref();
    };
    opened.on('error', again);
    opened.on('end', () => again());
    opened.on('notification', onNotice);
    try {
      await opened.connect();
      await opened.query(`LISTEN ${channel}`);
      onNotice();
    } catch (error) {
      again(error);
    }
  }

  void connect();
  return async () => {
    stopped = true;
    clearTimeout(waiting);
    if (client) await hangUp(client);
  };
}

const hangUp = (client: pg.Client) => client.end().catch(() => {});
