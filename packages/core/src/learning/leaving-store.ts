import { sql } from 'kysely';
import type { MentoringRequestId, PersonId } from '../kernel/ids.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { readRequest, saveState } from './mentoring-store.ts';
import { declineSeeker } from './request.ts';

type Deps = { readonly now: () => Date; readonly newId: () => string };

/** Whoever leaves a community while they are asked there cannot be the mentor: the next one is asked at once. */
export const askedSubscriber = ({ now, newId }: Deps): Subscriber => ({
  name: 'mentors-who-left',
  on: ['membership.left', 'membership.removed'],
  async handle(tx, { organisationId, communityId, personId }) {
    const at = now();
    const { rows } = await sql<{ readonly id: MentoringRequestId }>`
      SELECT q.id FROM mentoring_proposal r JOIN mentoring_request q ON q.id = r.request_id
      WHERE r.mentor_id = ${String(personId)} AND r.state = 'asked' AND q.community_id = ${String(communityId)}
        AND NOT EXISTS (SELECT FROM membership m WHERE m.community_id = q.community_id AND m.person_id = r.mentor_id
          AND m.state = 'member')
      ORDER BY q.id FOR UPDATE OF q`.execute(tx);
    for (const { id } of rows) {
      const request = await readRequest(tx, id);
      const declined = request && declineSeeker(request, String(personId) as PersonId, at);
      if (!declined?.ok || !declined.value) continue;
      await saveState(tx, declined.value.state);
      await appendEvents(tx, { organisationId, at, newId }, declined.value.events);
    }
  },
});
