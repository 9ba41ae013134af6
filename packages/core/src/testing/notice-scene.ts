import { type Kysely, sql } from 'kysely';
import { coreSubscribers } from '../core.ts';
import type { ScheduleGatheringInput } from '../gatherings/contract.ts';
import type { Enqueue } from '../jobs/enqueue.ts';
import type { JobData, JobName } from '../jobs/queues.ts';
import { createWorkers } from '../jobs/workers.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Destination, Outcome, OutgoingMessage } from '../notifications/messenger.ts';
import type { Messenger } from '../notifications/ports.ts';
import type { Database } from '../sql/database.ts';
import { createRelay } from '../sql/relay.ts';
import { aMeeting } from './gathering-scene.ts';
import { value } from './linked-scene.ts';
import { aScene, nextId, type Scene } from './scene.ts';

/** Dice that fall the same in every run (Lehmer's generator). */
let thrown = 11;

export type SentMessage = { readonly to: Destination; readonly message: OutgoingMessage };

/**
 * An organisation in which people are told of things; Teams is played by `answers`, which says what becomes of each,
 * unless there is a `messenger` that really sends.
 */
export async function aNoticeScene(db: Kysely<Database>, really?: Messenger) {
  const scene = await aScene(db);
  const { core, clock, organisationId } = scene;
  const sent: SentMessage[] = [];
  const errors: unknown[] = [];
  let waiting: { name: JobName; data: unknown }[] = [];
  let answer: (one: SentMessage, tries: number) => Outcome | Promise<Outcome> = () => ({ outcome: 'sent' });
  let before = async () => {};
  let after = async () => {};
  let hindrance: (() => Promise<Outcome>) | undefined;
  const enqueue: Enqueue = async (_tx, name, data) => {
    waiting.push({ name, data });
  };
  const workers = createWorkers({
    db,
    newId: nextId,
    now: clock.now,
    chance: (count) => Uint8Array.from({ length: count }, () => (thrown = (thrown * 48_271) % 2_147_483_647) >> 12),
    secret: 'a secret of at least thirty-two characters',
    sealKeys: [new Uint8Array(32).fill(7)],
    enqueue,
    hasBot: true,
    onError: (error) => errors.push(error),
    messenger: async (to, message, sending) => {
      if (really) return really(to, message, sending);
      const one = { to, message };
      const says = answer;
      if (hindrance) return hindrance();
      await before();
      if (!(await sending.handOver())) return { outcome: 'later', reason: 'not-ours' };
      await after();
      const outcome = await says(one, sent.length);
      if (outcome.outcome === 'sent') sent.push(one);
      return outcome;
    },
  });
  const signal = new AbortController().signal;
  const run = async <Name extends JobName>(name: Name, data: JobData[Name]) =>
    (workers[name] as (data: JobData[Name], signal: AbortSignal) => Promise<void>)(data, signal);

  /** Lets what has happened be told, without anything being sent. */
  async function settle() {
    const subscribers = coreSubscribers({ now: clock.now, newId: nextId, enqueue });
    for (let rounds = 0; rounds < 5; rounds += 1) {
      await createRelay({ db, subscribers, now: clock.now }).drain();
      const jobs = waiting.filter(({ name }) => name !== 'deliver');
      waiting = [];
      for (const { name, data } of jobs) await run(name, data as never);
      if (jobs.length === 0) return;
    }
  }

  return {
    ...scene,
    sent,
    errors,
    run,
    settle,
    /** What Teams answers from now on. */
    answers(with_: typeof answer) {
      answer = with_;
    },
    /** What happens before, and after, a message is noted as handed over to Teams; or instead of that. */
    beforeHandOver(happens: typeof before) {
      before = happens;
    },
    afterHandOver(happens: typeof after) {
      after = happens;
    },
    insteadOfHandOver(happens: typeof hindrance) {
      hindrance = happens;
    },
    /** Lets what is due be sent after `seconds`. */
    async deliver(seconds = 30) {
      await settle();
      clock.pass(seconds / 86_400);
      await run('deliver', { organisationId });
    },
    /** Somebody who has met the bot in a chat of their own. */
    async reached(
      name: string,
      given: Parameters<Scene['person']>[1] = {},
      serviceUrl = 'https://smba.trafficmanager.net/emea/',
    ): Promise<Actor> {
      const actor = await scene.person(name, given);
      await core.notifications.recordConversation(actor, {
        conversationId: `a:${name.toLowerCase()}`,
        serviceUrl,
        place: undefined,
        left: false,
      });
      return actor;
    },
    async community(by: Actor, name = 'Accessibility guild', members: readonly Actor[] = []): Promise<string> {
      const { id } = await value(
        core.communities.foundCommunity(by, {
          archetype: 'guild',
          name,
          purpose: 'So that all can use it',
          topics: [],
        }),
      );
      for (const one of [by, ...members]) {
        if (one !== by) await value(core.communities.joinCommunity(one, { communityId: id }));
        await value(core.trust.acknowledgeConduct(one, { communityId: id }));
      }
      return id;
    },
    /** A gathering of an hour on Wednesday, 4 March, at three in Berlin. */
    schedule: (by: Actor, communityId: string, given: Partial<ScheduleGatheringInput> = {}) =>
      value(
        core.gatherings.scheduleGathering(by, {
          communityId,
          title: 'Round',
          description: '',
          ...aMeeting,
          startsLocal: '2026-03-04T15:00',
          endsLocal: '2026-03-04T16:00',
          ...given,
        }),
      ),
    ask: async (
      by: Actor,
      communityId: string,
      title: string,
      given: { anonymous?: boolean; topics?: string[] } = {},
    ) => {
      const { anonymous = false, topics = [] } = given;
      const asked = { communityId, title, details: '', topics, visibility: 'organisation', anonymous } as const;
      return (await value(core.questions.askQuestion(by, { ...asked, topics }))).id;
    },
    answer: async (by: Actor, questionId: string, text = 'Like this.', anonymous = false) => {
      const view = await value(core.questions.answerQuestion(by, { questionId, text, anonymous }));
      return view.answers.find((one) => one.text === text && one.author.mine)?.id ?? '';
    },
    prefer: (by: Actor, usual: Parameters<typeof core.notifications.editPreferences>[1]['usual']) =>
      value(core.notifications.editPreferences(by, { usual })),
    /** What was sent to whom, as lines to compare. */
    lines: () =>
      sent.map(({ to, message }) => {
        const where = to.by === 'bot' ? (to.conversationId ?? to.objectId) : to.url;
        return `${where}: ${message.items.map(({ title }) => title).join(' | ')}`;
      }),
    states: async () => {
      const { rows } = await sql<{ state: string; count: number }>`
        SELECT state, count(*) FROM notification GROUP BY state ORDER BY state
      `.execute(db);
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
  };
}

export type NoticeScene = Awaited<ReturnType<typeof aNoticeScene>>;
