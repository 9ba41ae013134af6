import { announcedFacts } from '../notifications/announcement.ts';
import type { RecordedEvent, Subscriber } from '../sql/subscriber.ts';
import type { Enqueue } from './enqueue.ts';
import type { WrittenEvent } from './queues.ts';

/** The facts after which somebody who knows is looked for. */
const consultedFacts = ['question.asked', 'question.reopened', 'question.moved', 'consultation.declined'];

/** After this the people of a community are introduced to each other. */
const ROUND_BEGUN = 'introductions.round-begun';

/** The facts after which somebody may find a mentor. */
const mentoredFacts = [
  'mentoring.requested',
  'mentoring.offered',
  'mentoring.returned',
  'mentoring.declined',
  'mentoring.withdrawn',
  'mentorship.closed',
];

/**
 * Leaves jobs behind for what follows from facts and takes longer, in the transaction of the relay: a fact is handed
 * over and its jobs exist, or neither. The id of the fact is the id of its job, so that there is one.
 */
export const jobSubscriber = (enqueue: Enqueue): Subscriber => ({
  name: 'jobs',
  on: [...new Set([...announcedFacts, ...consultedFacts, ...mentoredFacts, ROUND_BEGUN])],
  async handle(tx, event) {
    if (announcedFacts.includes(event.type)) {
      await enqueue(tx, 'announce', { event: writtenOf(event) }, { id: event.id });
    }
    if (consultedFacts.includes(event.type)) {
      await enqueue(tx, 'consult', { questionId: String(event['questionId']) }, { id: event.id });
    }
    if (event.type === ROUND_BEGUN) {
      const roundId = String(event['roundId']);
      await enqueue(tx, 'introduce', { roundId }, { id: event.id, key: roundId });
    }
    if (mentoredFacts.includes(event.type)) {
      const communityId = String(event['communityId']);
      await enqueue(tx, 'mentor', { communityId }, { id: event.id, key: communityId });
    }
  },
});

const writtenOf = ({ occurredAt, ...event }: RecordedEvent): WrittenEvent => ({
  ...event,
  occurredAt: occurredAt.toISOString(),
});
