import {
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  type Activity as SdkActivity,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
  MsalServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Activity } from './activity.ts';
import { tokenClient } from './adapter-token.ts';
import { type BotConfig, CHANNEL_AUDIENCE } from './bot-config.ts';
import type { Reply } from './turn.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const CALLER = 'urn:botframework:azure';

/** What the channel is answered; Teams reads the status and, for a click, the body. */
export type Answer = { readonly status: number; readonly body?: unknown };

/**
 * Takes in one activity whose sender has been verified, and carries what `act` replies back to the conversation.
 *
 * Throws when the reply could not be sent. That a shared card was not updated for the others is only reported, because
 * what the person asked for has happened and they are told so.
 */
export type Conversation = (activity: Activity, act: (roster: Roster) => Promise<Reply | undefined>) => Promise<Answer>;

/** What the conversation's member list says of the sender; `undefined` when it could not be had. */
export type Roster = { readonly senderIsGuest: () => Promise<boolean | undefined> };

/**
 * The only file that knows the Bot Framework SDK: another SDK can take its place here.
 *
 * Whether the activity may be trusted has been decided before (`channel-token.ts`), since the SDK's own check writes
 * keys to the console. The SDK does the talking: it signs in as the bot and calls the connector.
 */
export function botFrameworkConversation(config: BotConfig, report: (error: unknown) => void): Conversation {
  const authentication = createAuthentication(config);
  const adapter = new VerifiedAdapter(authentication, config.appId);

  return async (activity, act) => {
    let failure: { readonly error: unknown } | undefined;
    const response = await adapter.deliver(activity, async (context) => {
      try {
        const reply = await act({ senderIsGuest: () => senderIsGuest(context, report) });
        if (reply) await say(context, activity, reply, report);
      } catch (error) {
        failure = { error };
      }
    });
    if (failure) throw failure.error;
    return response ? { status: response.status, body: response.body as unknown } : { status: 200 };
  };
}

/** All twelve fields are given, because naming only some of them switches off the defaults of the others. */
function createAuthentication(config: BotConfig): BotFrameworkAuthentication {
  const credentials = new MsalServiceClientCredentialsFactory(
    config.appId,
    // The SDK was built against an older MSAL; it calls one method, which has not changed.
    tokenClient(config) as unknown as ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1],
  );
  return BotFrameworkAuthenticationFactory.create(
    '',
    false,
    config.loginUrl,
    CHANNEL_AUDIENCE,
    config.tokenIssuer,
    'https://api.botframework.com',
    config.openIdMetadataUrl,
    config.openIdMetadataUrl,
    CALLER,
    credentials,
    { requiredEndorsements: [] },
  );
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

async function say(
  context: TurnContext,
  activity: Activity,
  reply: Reply,
  report: (error: unknown) => void,
): Promise<void> {
  if (activity.type === ActivityTypes.Invoke) {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: invokeBody(reply) } });
    if (!('update' in reply) || !reply.forAll || !activity.replyToId) return;
    try {
      await context.updateActivity({ ...message(reply.forAll), id: activity.replyToId });
    } catch (error) {
      report(error);
    }
    return;
  }
  if ('text' in reply) {
    await context.sendActivity({ type: ActivityTypes.Message, text: reply.text, textFormat: 'plain' });
    return;
  }
  const card = 'card' in reply ? reply.card : (reply.forAll ?? reply.update);
  await context.sendActivity({ ...message(card), ...('summary' in reply ? { summary: reply.summary } : {}) });
}

/** Teams alone knows whether somebody is a guest of the tenant; an anonymous visitor of a meeting is one too. */
async function senderIsGuest(context: TurnContext, report: (error: unknown) => void): Promise<boolean | undefined> {
  try {
    const { userRole } = await TeamsInfo.getMember(context, context.activity.from.id);
    return userRole === undefined ? undefined : userRole !== 'user';
  } catch (error) {
    report(error);
    return undefined;
  }
}

function invokeBody(reply: Reply) {
  if ('text' in reply) return { statusCode: 200, type: MESSAGE, value: reply.text };
  return { statusCode: 200, type: CARD, value: 'card' in reply ? reply.card : reply.update };
}

const message = (card: object) =>
  ({ type: ActivityTypes.Message, attachments: [CardFactory.adaptiveCard(card)] }) as Partial<SdkActivity>;
