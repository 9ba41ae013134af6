import type { Kysely } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import * as identity from './migrations/0001-identity.ts';
import * as communities from './migrations/0002-communities.ts';
import * as practices from './migrations/0003-practices.ts';
import * as outboxAndSearch from './migrations/0004-outbox-and-search.ts';
import * as imports from './migrations/0005-imports.ts';
import * as questions from './migrations/0006-questions.ts';
import * as trust from './migrations/0007-trust.ts';
import * as notifications from './migrations/0008-notifications.ts';
import * as consultations from './migrations/0009-consultations.ts';
import * as searchQuestions from './migrations/0010-search-questions.ts';
import * as questionThreads from './migrations/0011-question-threads.ts';
import * as expertise from './migrations/0012-expertise.ts';
import * as questionLists from './migrations/0013-question-lists.ts';
import * as publishing from './migrations/0014-publishing.ts';
import * as gatherings from './migrations/0015-gatherings.ts';
import * as introductions from './migrations/0016-introductions.ts';
import * as learning from './migrations/0017-learning.ts';
import * as intents from './migrations/0018-intents.ts';
import * as quietOutbox from './migrations/0020-quiet-outbox.ts';
import * as importedGatherings from './migrations/0021-imported-gatherings.ts';
import * as differentDates from './migrations/0022-different-dates.ts';
import * as waitingNotifications from './migrations/0023-waiting-notifications.ts';
import * as searchPlaces from './migrations/0024-search-places.ts';
import * as reportedAgendaItems from './migrations/0025-reported-agenda-items.ts';
import * as placeInOrganisation from './migrations/0026-place-in-organisation.ts';
import * as posts from './migrations/0027-posts.ts';
import * as shortPendingLists from './migrations/0028-short-pending-lists.ts';
import * as searchLanguages from './migrations/0029-search-languages.ts';
import * as searchGatherings from './migrations/0030-search-gatherings.ts';
import * as reportedGatherings from './migrations/0032-reported-gatherings.ts';
import * as unnamedBroadcasts from './migrations/0034-unnamed-broadcasts.ts';
import * as ownHosts from './migrations/0036-own-hosts.ts';
import * as wishedMentors from './migrations/0038-wished-mentors.ts';
import * as rotations from './migrations/0039-rotations.ts';
import * as returnsAndTurns from './migrations/0041-returns-and-turns.ts';
import * as hostReminders from './migrations/0042-host-reminders.ts';
import * as circleLeaders from './migrations/0043-circle-leaders.ts';
import * as importedTiming from './migrations/0044-imported-timing.ts';
import * as conductRevision from './migrations/0045-conduct-revision.ts';
import * as questionEditors from './migrations/0046-question-editors.ts';

/** Named, so that their order is fixed and a bundle needs no file system. Never edit one that has been released. */
const provider: MigrationProvider = {
  getMigrations: async () => ({
    '0001-identity': identity,
    '0002-communities': communities,
    '0003-practices': practices,
    '0004-outbox-and-search': outboxAndSearch,
    '0005-imports': imports,
    '0006-questions': questions,
    '0007-trust': trust,
    '0008-notifications': notifications,
    '0009-consultations': consultations,
    '0010-search-questions': searchQuestions,
    '0011-question-threads': questionThreads,
    '0012-expertise': expertise,
    '0013-question-lists': questionLists,
    '0014-publishing': publishing,
    '0015-gatherings': gatherings,
    '0016-introductions': introductions,
    '0017-learning': learning,
    '0018-intents': intents,
    '0020-quiet-outbox': quietOutbox,
    '0021-imported-gatherings': importedGatherings,
    '0022-different-dates': differentDates,
    '0023-waiting-notifications': waitingNotifications,
    '0024-search-places': searchPlaces,
    '0025-reported-agenda-items': reportedAgendaItems,
    '0026-place-in-organisation': placeInOrganisation,
    '0027-posts': posts,
    '0028-short-pending-lists': shortPendingLists,
    '0029-search-languages': searchLanguages,
    '0030-search-gatherings': searchGatherings,
    '0032-reported-gatherings': reportedGatherings,
    '0034-unnamed-broadcasts': unnamedBroadcasts,
    '0036-own-hosts': ownHosts,
    '0038-wished-mentors': wishedMentors,
    '0039-rotations': rotations,
    '0041-returns-and-turns': returnsAndTurns,
    '0042-host-reminders': hostReminders,
    '0043-circle-leaders': circleLeaders,
    '0044-imported-timing': importedTiming,
    '0045-conduct-revision': conductRevision,
    '0046-question-editors': questionEditors,
  }),
};

/**
 * Brings the database to the newest schema and returns the names of the steps that it took (none when it was there).
 *
 * Safe when several processes start at once: kysely takes an advisory lock, and PostgreSQL undoes a failed step.
 */
export async function migrateToLatest<Schema>(db: Kysely<Schema>): Promise<readonly string[]> {
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The migration failed', { cause: error });
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}
