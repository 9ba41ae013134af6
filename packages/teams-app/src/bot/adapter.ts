import { ActivityTypes, CloudAdapter, type Activity as SdkActivity, type TurnContext } from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';
import type { Activity } from './activity.ts';
import { botAuthentication, CALLER } from './adapter-authentication.ts';
import { type BotConfig, CHANNEL_AUDIENCE } from './bot-config.ts';
import { countMembers, groupOfTeam, messageWith, senderIsGuest, tell } from './adapter-teams.ts';
import { say } from './speaking.ts';
import type { Redraw, Reply, Turn } from './turn.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/** What the channel is answered; Teams reads the status and, for a click, the body. */
export type Answer = { readonly status: number; readonly body?: unknown };

/**
 * Takes in one activity whose sender has been verified, and carries what `act` replies back to the conversation.
 *
 * Throws when the reply could not be sent. That a shared card was not updated for the others is only reported, because
 * what the person asked for has happened and they are told so.
 */
export type Conversation = (activity: Activity, act: (teams: Teams) => Promise<Reply | undefined>) => Promise<Answer>;

/** What can be asked of Teams during a turn. What could not be had is `undefined`, or `false`. */
export type Teams = {
  /** What the conversation's member list says of the sender. */
  readonly senderIsGuest: () => Promise<boolean | undefined>;
  /** How many people read along here. */
  readonly countMembers: () => Promise<number | undefined>;
  /** The group in Entra that a team is, where the bot has been added to the team. */
  readonly groupOf: (teamId: string) => Promise<string | undefined>;
  /** Writes to one person in their own chat with the bot. */
  readonly tell: Turn['tell'];
};

/**
 * The only file that knows the Bot Framework SDK: another SDK can take its place here.
 *
 * Whether the activity may be trusted has been decided before (`channel-token.ts`), since the SDK's own check writes
 * keys to the console. The SDK does the talking: it signs in as the bot and calls the connector.
 */
export function botFrameworkConversation(config: BotConfig, report: (error: unknown) => void): Conversation {
  const authentication = botAuthentication(config);
  const adapter = new VerifiedAdapter(authentication, config.appId);

  return async (activity, act) => {
    let failure: { readonly error: unknown } | undefined;
    const response = await adapter.deliver(activity, async (context) => {
      try {
        const reply = await act(teamsOf(context, config.appId, report));
        if (reply) await answer(context, activity, reply, report);
      } catch (error) {
        failure = { error };
      }
    });
    if (failure) throw failure.error;
    return response ? { status: response.status, body: response.body as unknown } : { status: 200 };
  };
}

/** Runs a turn for an activity that is known to come from the channel. */
class VerifiedAdapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;
  readonly #appId: string;

  constructor(authentication: BotFrameworkAuthentication, appId: string) {
    super(authentication);
    this.#authentication = authentication;
    this.#appId = appId;
  }

  deliver(activity: Activity, turn: (context: TurnContext) => Promise<void>) {
    const claimsIdentity = new ClaimsIdentity(
      [
        { type: AuthenticationConstants.AudienceClaim, value: this.#appId },
        { type: AuthenticationConstants.ServiceUrlClaim, value: activity.serviceUrl },
      ],
      true,
    );
    const verified = {
      audience: CHANNEL_AUDIENCE,
      callerId: CALLER,
      claimsIdentity,
      connectorFactory: this.#authentication.createConnectorFactory(claimsIdentity),
    };
    return this.processActivity(verified, activity as unknown as SdkActivity, turn);
  }
}

async function answer(
  context: TurnContext,
  activity: Activity,
  reply: Reply,
  report: (error: unknown) => void,
): Promise<void> {
  if (activity.type === ActivityTypes.Invoke) {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: invokeBody(reply) } });
  } else {
    const sent = await say(() => context.sendActivity(messageOf(reply)));
    if ('card' in reply && reply.onSent && sent?.id) await reply.onSent(sent.id);
  }
  const redraw = redrawOf(reply, activity);
  if (!redraw) return;
  try {
    // Through the adapter: the context would write into the shared message for whom it was drawn.
    const update = {
      ...messageWith(redraw.card),
      id: redraw.cardId,
      serviceUrl: activity.serviceUrl,
      conversation: { id: activity.conversation.id } as SdkActivity['conversation'],
    };
    await say(() => context.adapter.updateActivity(context, update));
  } catch (error) {
    report(error);
  }
}

function redrawOf(reply: Reply, { replyToId }: Activity): Redraw | undefined {
  if (reply.redraw) return reply.redraw;
  return 'update' in reply && reply.forAll && replyToId ? { cardId: replyToId, card: reply.forAll } : undefined;
}

function messageOf(reply: Reply): Partial<SdkActivity> {
  if ('text' in reply) return { type: ActivityTypes.Message, text: reply.text, textFormat: 'plain' };
  if ('card' in reply) return messageWith(reply.card, reply.summary);
  // Only an invoke is answered with a body; a message that gets one was written by a client of its own.
  return 'update' in reply ? messageWith(reply.forAll ?? reply.update) : { type: ActivityTypes.Typing };
}

function invokeBody(reply: Reply) {
  if ('body' in reply) return reply.body;
  if ('text' in reply) return { statusCode: 200, type: MESSAGE, value: reply.text };
  return { statusCode: 200, type: CARD, value: 'card' in reply ? reply.card : reply.update };
}

/** What only the SDK can find out or do, tied to this turn. */
const teamsOf = (context: TurnContext, appId: string, report: (error: unknown) => void): Teams => ({
  senderIsGuest: () => senderIsGuest(context, report),
  countMembers: () => countMembers(context, report),
  groupOf: (teamId) => groupOfTeam(context, teamId),
  tell: (objectId, said) => tell(context, appId, { objectId, message: messageWith(said.card, said.summary) }, report),
});
