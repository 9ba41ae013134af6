import { type Kysely, sql } from 'kysely';
import { NO_LONGER_PLANNED } from '../gatherings/occurrence.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { type BundleSection, bundleSections } from './contract.ts';
import type { BundleRecord } from './record.ts';

/** Rows that are read together; memory does not grow with the organisation. */
const PAGE = 500;

/** Every record of an organisation as a bundle says it, in the order of the sections. Whoever was erased comes without a name. */
export async function* readRecords(db: Kysely<Database>, organisationId: OrganisationId): AsyncGenerator<BundleRecord> {
  for (const section of bundleSections) {
    let index = 0;
    let after: readonly string[] = [NONE, NONE];
    for (;;) {
      const { rows } = await page(section, organisationId, after).execute(db);
      for (const { value } of rows) yield { section, index: index++, value };
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      after = last.key;
    }
  }
}

const NONE = '00000000-0000-0000-0000-000000000000';
type Row = { readonly key: string[]; readonly value: Record<string, unknown> };

/** How other systems call a row: by the name that an import brought, else by our own id. */
const nameOf = (section: Exclude<BundleSection, 'memberships'>, id: string) => sql`coalesce(
  (SELECT external_id FROM imported i WHERE i.ref_id = ${sql.ref(id)} AND i.section = ${section} ORDER BY external_id LIMIT 1),
  ${sql.ref(id)}::text)`;

/** An instant in the one form that contracts accept. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function page(section: BundleSection, organisationId: OrganisationId, after: readonly string[]) {
  switch (section) {
    case 'people':
      return sql<Row>`
        SELECT ARRAY[p.id::text, ''] AS key, jsonb_strip_nulls(jsonb_build_object(
          'externalId', ${nameOf('people', 'p.id')}, 'name', p.name, 'affiliation', p.affiliation, 'team', p.team,
          'guest', p.guest, 'serviceAccount', CASE WHEN p.service_account THEN true END,
          'manager', CASE WHEN p.manager_id IS NOT NULL THEN ${nameOf('people', 'p.manager_id')} END,
          'timeZone', p.time_zone, 'workingHours', p.working_hours, 'languages', p.languages, 'interests', p.interests,
          'challenge', p.challenge,
          'erased', CASE WHEN p.state = 'erased' THEN true END,
          'skills', coalesce((SELECT jsonb_agg(jsonb_build_object('topic', topic, 'level', level) ORDER BY topic, level)
            FROM skill WHERE person_id = p.id), '[]'),
          'accounts', coalesce((SELECT jsonb_agg(key ORDER BY key) FROM account WHERE person_id = p.id), '[]')
        )) AS value
        FROM person p WHERE p.organisation_id = ${organisationId} AND p.state <> 'merged' AND p.id > ${after[0]}::uuid
        ORDER BY p.id LIMIT ${PAGE}`;
    case 'communities':
      return sql<Row>`
        SELECT ARRAY[c.id::text, ''] AS key, jsonb_strip_nulls(jsonb_build_object(
          'externalId', ${nameOf('communities', 'c.id')}, 'archetype', archetype, 'name', name, 'purpose', purpose,
          'domain', domain, 'practice', practice, 'charter', charter, 'welcome', welcome, 'topics', topics,
          'format', format, 'visibility', visibility, 'reach', reach, 'cadence', cadence, 'firstSteps', first_steps,
          'stage', stage, 'closeReason', close_reason, 'foundedAt', ${instant('founded_at')},
          'stageHistory', (SELECT jsonb_agg(jsonb_build_object('stage', h.stage, 'since', ${instant('h.since')}, 'note', h.note)
            ORDER BY position) FROM stage_change h WHERE h.community_id = c.id),
          'connections', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'externalId', k.external_id,
            'name', k.name, 'url', k.url) ORDER BY k.id) FROM connection k WHERE k.community_id = c.id), '[]')
        )) AS value
        FROM community c WHERE c.organisation_id = ${organisationId} AND c.id > ${after[0]}::uuid
        ORDER BY c.id LIMIT ${PAGE}`;
    case 'memberships':
      return sql<Row>`
        SELECT ARRAY[m.community_id::text, m.person_id::text] AS key, jsonb_strip_nulls(jsonb_build_object(
          'community', ${nameOf('communities', 'm.community_id')}, 'person', ${nameOf('people', 'm.person_id')},
          'state', m.state, 'message', m.message, 'since', ${instant('m.since')},
          'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'since', ${instant('g.since')},
            'until', ${instant('g.until')}) ORDER BY g.role) FROM role_grant g
            WHERE g.community_id = m.community_id AND g.person_id = m.person_id), '[]')
        )) AS value
        FROM membership m
        JOIN community c ON c.id = m.community_id AND c.organisation_id = ${organisationId}
        JOIN person p ON p.id = m.person_id AND p.state = 'present'
        WHERE m.state IN ('member', 'requested', 'invited')
          AND (m.community_id, m.person_id) > (${after[0]}::uuid, ${after[1]}::uuid)
        ORDER BY m.community_id, m.person_id LIMIT ${PAGE}`;
    case 'practices':
      return sql<Row>`
        SELECT ARRAY[p.id::text, ''] AS key, jsonb_strip_nulls(jsonb_build_object(
          'externalId', ${nameOf('practices', 'p.id')}, 'community', ${nameOf('communities', 'p.community_id')},
          'title', title, 'context', context, 'body', body, 'topics', topics, 'life', life, 'lifeReason', life_reason,
          'visibility', visibility, 'owner', ${nameOf('people', 'p.owner_id')},
          'credits', coalesce((SELECT jsonb_agg(jsonb_build_object('person', ${nameOf('people', 'r.person_id')}, 'credit', r.credit)
            ORDER BY r.since, r.person_id) FROM practice_credit r
            WHERE r.practice_id = p.id), '[]'),
          'endorsements', coalesce((SELECT jsonb_agg(jsonb_build_object('person', ${nameOf('people', 'e.person_id')},
            'note', e.note, 'at', ${instant('e.at')}) ORDER BY e.at, e.person_id) FROM endorsement e
            WHERE e.practice_id = p.id), '[]'),
          'adoptions', coalesce((SELECT jsonb_agg(jsonb_build_object('by', ${nameOf('people', 'a.by')}, 'kind', a.kind,
            'team', a.team, 'outcome', a.outcome, 'story', a.story, 'measure', a.measure, 'at', ${instant('a.at')})
            ORDER BY a.at, a.id) FROM adoption a
            WHERE a.practice_id = p.id), '[]'),
          'reviewBy', review_by, 'createdAt', ${instant('p.created_at')}, 'updatedAt', ${instant('p.updated_at')}
        )) AS value
        FROM practice p
        WHERE p.organisation_id = ${organisationId} AND p.id > ${after[0]}::uuid
        ORDER BY p.id LIMIT ${PAGE}`;
    case 'questions':
      return sql<Row>`
        SELECT ARRAY[q.id::text, ''] AS key, jsonb_strip_nulls(jsonb_build_object(
          'externalId', ${nameOf('questions', 'q.id')}, 'community', ${nameOf('communities', 'q.community_id')},
          'title', title, 'details', details, 'topics', topics, 'visibility', visibility, ${author('q')},
          'askedAt', ${instant('asked_at')}, 'editedAt', ${instant('edited_at')}, 'activeAt', ${instant('active_at')},
          'meToo', me_too_count, 'acceptedAnswer', ${nameOf('answers', 'q.accepted_answer_id')},
          'closed', CASE WHEN closed_at IS NOT NULL THEN jsonb_build_object(
            'reason', close_reason, 'note', close_note, 'at', ${instant('closed_at')}) END,
          'duplicateOf', ${nameOf('questions', 'q.duplicate_of')}, 'hidden', hidden_at IS NOT NULL
        )) AS value
        FROM question q WHERE q.organisation_id = ${organisationId} AND q.id > ${after[0]}::uuid
        ORDER BY q.id LIMIT ${PAGE}`;
    case 'answers':
      return sql<Row>`
        SELECT ARRAY[a.id::text, ''] AS key, jsonb_strip_nulls(jsonb_build_object(
          'externalId', ${nameOf('answers', 'a.id')}, 'question', ${nameOf('questions', 'a.question_id')},
          'text', a.text, ${author('a')}, 'at', ${instant('a.at')}, 'editedAt', ${instant('a.edited_at')},
          'helped', a.helped_count, 'hidden', a.hidden_at IS NOT NULL
        )) AS value
        FROM answer a JOIN question q ON q.id = a.question_id AND q.organisation_id = ${organisationId}
        WHERE a.id > ${after[0]}::uuid ORDER BY a.id LIMIT ${PAGE}`;
    case 'comments':
      return sql<Row>`
        SELECT ARRAY[c.id::text, ''] AS key, jsonb_strip_nulls(jsonb_build_object(
          'externalId', ${nameOf('comments', 'c.id')}, 'question', ${nameOf('questions', 'c.question_id')},
          'answer', ${nameOf('answers', 'c.answer_id')}, 'text', c.text, ${author('c')},
          'at', ${instant('c.at')}, 'hidden', c.hidden_at IS NOT NULL
        )) AS value
        FROM comment c JOIN question q ON q.id = c.question_id AND q.organisation_id = ${organisationId}
        WHERE c.removed_at IS NULL AND c.id > ${after[0]}::uuid ORDER BY c.id LIMIT ${PAGE}`;
    case 'gatherings':
      return sql<Row>`
        SELECT ARRAY[g.id::text, ''] AS key, jsonb_strip_nulls(jsonb_build_object(
          'externalId', ${nameOf('gatherings', 'g.id')}, 'community', ${nameOf('communities', 'g.community_id')},
          'title', title, 'description', description, 'format', format, 'mode', mode, 'meetingUrl', meeting_url,
          'venue', venue, 'visibility', visibility, 'capacity', capacity, 'rotates', rotates,
          'hosts', coalesce((SELECT jsonb_agg(${nameOf('people', 'h.person_id')} ORDER BY h.position, h.person_id)
            FROM gathering_host h JOIN person p ON p.id = h.person_id AND p.state = 'present'
            WHERE h.gathering_id = g.id), '[]'),
          'timeZone', time_zone, 'startsLocal', starts_local, 'minutes', minutes, 'rule', rule,
          'calledOff', coalesce((SELECT jsonb_agg(o.planned_local ORDER BY o.planned_local) FROM occurrence o
            WHERE o.gathering_id = g.id AND g.cancelled_at IS NULL AND o.cancelled_at IS NOT NULL
              AND o.planned_local NOT LIKE ${`${NO_LONGER_PLANNED}%`}), '[]'),
          'cancelled', CASE WHEN cancelled_at IS NOT NULL THEN jsonb_build_object(
            'reason', cancel_reason, 'at', ${instant('cancelled_at')}) END,
          'createdAt', ${instant('g.created_at')}, 'hidden', g.hidden_at IS NOT NULL,
          'rotation', (SELECT jsonb_build_object('first', ${nameOf('gatherings', 'one.gathering_id')},
            'turn', mine.turn, 'turns', mine.turns)
            FROM rotation_turn mine JOIN rotation_turn one USING (rotation_id)
            WHERE mine.gathering_id = g.id AND mine.turn <= mine.turns ORDER BY one.turn LIMIT 1)
        )) AS value
        FROM gathering g WHERE g.organisation_id = ${organisationId} AND g.id > ${after[0]}::uuid
        ORDER BY g.id LIMIT ${PAGE}`;
  }
}

/** Who wrote it, where they did so by name. The seal of what is anonymous stays here. */
const author = (alias: string) => sql`
  'by', ${nameOf('people', `${alias}.author_id`)}, 'anonymous', ${sql.ref(`${alias}.author_id`)} IS NULL`;
