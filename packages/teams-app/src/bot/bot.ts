import type { Core } from '@copse/core';
import { type Activity, isForUs, readActivity, tellsOfInstallation } from './activity.ts';
import type { Answer, Conversation, Teams } from './adapter.ts';
import type { BotConfig } from './bot-config.ts';
import { channelTokenVerifier } from './channel-token.ts';
import { alone, deliveries, type Sharing } from './deliveries.ts';
import { refusalTo } from './invoke-body.ts';
import { tellsOfRemoval } from './proactive/remember.ts';
import { isKnownInvoke, responder } from './respond.ts';
import { words } from './strings.ts';
import type { ThreadReader } from './threads.ts';
import type { Reply } from './turn.ts';
import { withoutControls } from './without-controls.ts';

/** An activity is some kilobytes; a card's inputs are bounded by the card. */
const MAX_BODY_BYTES = 256 * 1024;

export type BotRequest = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The parsed JSON body, or its bytes as they came. */
  readonly body: unknown;
};

export type BotDeps = {
  readonly core: Core;
  readonly config: BotConfig;
  /** Fields hold no text that people wrote and no id of theirs. */
  readonly log: (level: 'warn' | 'error', fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly now?: () => Date;
  /** Several processes answer as one; left out where there is one. */
  readonly sharing?: Sharing;
  /** Left out where nothing may read what people said in a thread. */
  readonly threads?: ThreadReader;
};

/** Tells the web server what to answer: the status, and a JSON body for a clicked card. */
export type Respond = (status: number, body?: unknown) => void | Promise<void>;

/**
 * The bot, behind one function that a web server calls with every request to `/api/messages`.
 *
 * Answers 401 to whoever is not the channel, 413 and 400 to what is no activity, 503 while the channel's keys cannot be
 * had, 502 when a reply could not be sent. A bug never reaches the conversation: the person reads something kind with a
 * short reference, and the log holds the same reference.
 */
export function createBot({ core, config, log, now = () => new Date(), sharing = alone, threads }: BotDeps) {
  const isFromChannel = channelTokenVerifier(config, now);
  const report = (incident: string, error: unknown) => log('error', incidentOf(incident, error), 'a bot turn failed');
  const conversation = firstAsked(() => talkThroughSdk(config, (error) => report(newIncident(), error)));
  const once = deliveries<Answer>();
  const introducedTo = deliveries<true>();
  const respondTo = responder(core, config, { now, threads });

  async function kindlyRespondTo(activity: Activity, teams: Teams): Promise<Reply | undefined> {
    try {
      return await respondTo(activity, teams);
    } catch (error) {
      const incident = newIncident();
      report(incident, error);
      return refusalTo(activity, words.failed(incident));
    }
  }

  /** A message is answered in the conversation, by one process; an invoke in the response to whoever delivers it. */
  async function together(activity: Activity, answer: () => Promise<Answer>): Promise<Answer> {
    const key = deliveryKey(activity);
    if (key === undefined) return answer();
    return (await sharing({ key, speaks: activity.type === 'message' }, answer)) ?? { status: 200 };
  }

  async function take(activity: Activity): Promise<Answer> {
    if (activity.type === 'invoke' && !isKnownInvoke(activity.name)) return { status: 501 };
    const asksForAnswer = activity.type === 'message' || activity.type === 'invoke';
    const left = tellsOfRemoval(activity);
    if (!asksForAnswer && !left && !tellsOfInstallation(activity)) return { status: 200 };

    const converse = await conversation();
    const answer = () => converse(activity, (teams) => kindlyRespondTo(activity, teams));
    if (asksForAnswer || left) return together(activity, answer);
    // Teams tells of one installation twice, in two words.
    let introduced: Answer = { status: 200 };
    await introducedTo(activity.conversation.id, async () => {
      const delivery = { key: `introduced ${activity.conversation.id}`, speaks: true };
      introduced = (await sharing(delivery, answer)) ?? introduced;
      return true;
    });
    return introduced;
  }

  return {
    async handle(request: BotRequest, respond: Respond): Promise<void> {
      const body = readBody(request);
      if (body === 'too-large') return respond(413);
      const activity = readActivity(withoutControls(body));
      const authorization = request.headers['authorization'];
      if (!activity) return respond(typeof authorization === 'string' ? 400 : 401);

      let trusted: boolean;
      try {
        trusted = await isFromChannel(typeof authorization === 'string' ? authorization : undefined, activity);
      } catch (error) {
        report(newIncident(), error);
        return respond(503);
      }
      if (!trusted) {
        log('warn', { activity: activity.type }, 'refused an activity that the channel did not sign');
        return respond(401);
      }

      if (!isForUs(activity)) return respond(200);
      try {
        const { status, body: answer } = await once(deliveryKey(activity), () => take(activity));
        return await respond(status, answer);
      } catch (error) {
        report(newIncident(), error);
        return respond(502);
      }
    },
  };
}

export type Bot = ReturnType<typeof createBot>;

/** The SDK takes 80 MB and a second to load, so it comes with the first activity and not with the start of the service. */
async function talkThroughSdk(config: BotConfig, onFailure: (error: unknown) => void): Promise<Conversation> {
  const { botFrameworkConversation } = await import('./adapter.ts');
  return botFrameworkConversation(config, onFailure);
}

/** Makes something once, when it is asked for; what could not be made is tried again. */
function firstAsked<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function readBody({ headers, body }: BotRequest): unknown {
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 'too-large';
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return body;
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) return 'too-large';
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const deliveryKey = ({ id, type, conversation }: Activity) => (id ? `${conversation.id} ${type} ${id}` : undefined);

/** Six characters are enough to find a line in a log, and short enough to read out on the phone. */
const newIncident = () => crypto.randomUUID().slice(0, 6);

/** Where it failed, but not what the error says: messages of databases and connectors repeat what people wrote. */
function incidentOf(incident: string, error: unknown) {
  if (!(error instanceof Error)) return { incident, error: typeof error };
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    incident,
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    where,
  };
}
