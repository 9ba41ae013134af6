import { bindTo, type CorePorts } from './binding.ts';
import { sqlCommunityStore } from './communities/store.ts';
import { sqlPractitioners } from './practices/practitioner-queries.ts';
import { sqlPracticeViews } from './practices/queries.ts';
import { sqlPracticeStore } from './practices/store.ts';
import { beginAttempt } from './publishing/begin-attempt.ts';
import { chooseText } from './publishing/choose-text.ts';
import { claimPublications } from './publishing/claim-publications.ts';
import { draftFromPage } from './publishing/draft-from-page.ts';
import { sqlPublicationViews } from './publishing/queries.ts';
import { queuePublication } from './publishing/queue-publication.ts';
import { recordOutcome } from './publishing/record-outcome.ts';
import { reportPageEdit } from './publishing/report-page-edit.ts';
import { reportPageGone } from './publishing/report-page-gone.ts';
import { seePublication } from './publishing/see-publication.ts';
import { seeEveryStalledSite } from './publishing/see-every-stalled-site.ts';
import { seeStalledSites } from './publishing/see-stalled-sites.ts';
import { sqlPublicationStore } from './publishing/store.ts';
import { withdrawPublication } from './publishing/withdraw-publication.ts';

export function publishingUseCases(ports: CorePorts) {
  const bind = bindTo({
    communities: sqlCommunityStore(ports),
    practices: sqlPracticeStore(ports),
    practitioners: sqlPractitioners(ports),
    practiceViews: sqlPracticeViews(ports),
    publications: sqlPublicationStore(ports),
    publicationViews: sqlPublicationViews(ports),
    newId: ports.newId,
    now: ports.now,
  });
  return {
    beginAttempt: bind(beginAttempt),
    chooseText: bind(chooseText),
    claimPublications: bind(claimPublications),
    draftFromPage: bind(draftFromPage),
    queuePublication: bind(queuePublication),
    recordOutcome: bind(recordOutcome),
    reportPageEdit: bind(reportPageEdit),
    reportPageGone: bind(reportPageGone),
    seePublication: bind(seePublication),
    seeStalledSites: bind(seeStalledSites),
    seeEveryStalledSite: bind(seeEveryStalledSite),
    withdrawPublication: bind(withdrawPublication),
  };
}
