import { ActivityTypes, type Activity, CardFactory, CloudAdapter, TeamsInfo, type TurnContext } from 'botbuilder';
import { CHANNEL_AUDIENCE } from './bot-config.ts';

type Report = (error: unknown) => void;

/** A member list is asked for in pages; the first tells whether there are more than so many. */
const PAGE = 100;
/** Who waits for an answer waits five seconds at most. */
const PATIENCE_MS = 2500;

/** Teams alone knows whether somebody is a guest of the tenant; an anonymous visitor of a meeting is one too. */
export async function senderIsGuest(context: TurnContext, report: Report): Promise<boolean | undefined> {
  try {
    const { userRole } = await TeamsInfo.getMember(context, context.activity.from.id);
    return userRole === undefined ? undefined : userRole !== 'user';
  } catch (error) {
    report(error);
    return undefined;
  }
}

/** How many people a channel or a chat has; at least a hundred where there are more. */
export async function countMembers(context: TurnContext, report: Report): Promise<number | undefined> {
  try {
    const { members } = await inTime(TeamsInfo.getPagedMembers(context, PAGE));
    return members.length;
  } catch (error) {
    report(error);
    return undefined;
  }
}

/** The group in Entra that a team is. Where the bot has not been added to the team, that is no fault, and nobody is told. */
export const groupOfTeam = (context: TurnContext, teamId: string): Promise<string | undefined> =>
  inTime(TeamsInfo.getTeamDetails(context, teamId)).then(
    ({ aadGroupId }) => aadGroupId,
    () => undefined,
  );

/** Begins, or goes on with, the private chat of a person, and writes there. */
export async function tell(
  context: TurnContext,
  appId: string,
  { objectId, message }: { readonly objectId: string; readonly message: Partial<Activity> },
  report: Report,
): Promise<boolean> {
  const { adapter, activity } = context;
  const channelData = activity.channelData as { readonly tenant?: { readonly id?: string } } | undefined;
  const tenantId = channelData?.tenant?.id ?? activity.conversation.tenantId;
  if (!(adapter instanceof CloudAdapter) || !tenantId) return false;
  try {
    await inTime(
      adapter.createConversationAsync(
        appId,
        'msteams',
        activity.serviceUrl,
        CHANNEL_AUDIENCE,
        {
          isGroup: false,
          tenantId,
          channelData: { tenant: { id: tenantId } },
          members: [{ id: objectId, name: '' }],
          bot: { id: `28:${appId}`, name: 'Copse' },
        },
        async (theirs) => {
          await theirs.sendActivity(message);
        },
      ),
    );
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}

export const messageWith = (card: object, summary?: string) =>
  ({
    type: ActivityTypes.Message,
    attachments: [CardFactory.adaptiveCard(card)],
    ...(summary ? { summary } : {}),
  }) as Partial<Activity>;

/** What takes longer is not waited for; that it fails later concerns nobody any more. */
async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let late: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, fail) => {
        late = setTimeout(() => fail(new Error('Teams did not answer in time')), PATIENCE_MS);
      }),
    ]);
  } finally {
    clearTimeout(late);
    work.catch(() => undefined);
  }
}
