import { bindTo, type CorePorts } from './binding.ts';
import { activitySubscriber } from './communities/activity-store.ts';
import { admitMember } from './communities/admit-member.ts';
import { changeStage } from './communities/change-stage.ts';
import { closeCommunity } from './communities/close-community.ts';
import { connectPlace } from './communities/connect-place.ts';
import { countTopics } from './communities/count-topics.ts';
import { declineRequest } from './communities/decline-request.ts';
import { disconnectPlace } from './communities/disconnect-place.ts';
import { editCommunity } from './communities/edit-community.ts';
import { endRole } from './communities/end-role.ts';
import { findAtPlace } from './communities/find-at-place.ts';
import { foundCommunity } from './communities/found-community.ts';
import { grantRole } from './communities/grant-role.ts';
import { handOverRole } from './communities/hand-over-role.ts';
import { inviteMember } from './communities/invite-member.ts';
import { joinCommunity } from './communities/join-community.ts';
import { leaveCommunity } from './communities/leave-community.ts';
import { listDirectory } from './communities/list-directory.ts';
import { listInvitations } from './communities/list-invitations.ts';
import { listMembers } from './communities/list-members.ts';
import { listRequests } from './communities/list-requests.ts';
import { removeMember } from './communities/remove-member.ts';
import { reopenCommunity } from './communities/reopen-community.ts';
import { seeCommunity } from './communities/see-community.ts';
import { withdrawInvitation } from './communities/withdraw-invitation.ts';
import { sqlFindInvitee, sqlMemberViews } from './communities/member-queries.ts';
import { sqlMembershipStore } from './communities/membership-store.ts';
import { sqlCommunityViews } from './communities/queries.ts';
import { sqlCommunityStore } from './communities/store.ts';
import { expertiseSubscriber } from './discovery/expertise-store.ts';
import { findSimilar } from './discovery/find-similar.ts';
import { sqlDiscoveryQueries } from './discovery/queries.ts';
import { suggestCommunities } from './discovery/suggest-communities.ts';
import { editOrganisation } from './identity/edit-organisation.ts';
import { editProfile } from './identity/edit-profile.ts';
import { eraseMe } from './identity/erase-me.ts';
import { exportMe } from './identity/export-me.ts';
import { findPeople } from './identity/find-people.ts';
import { issueLinkCode } from './identity/issue-link-code.ts';
import { issueSiteCode } from './identity/issue-site-code.ts';
import { sqlPeopleDirectory } from './identity/queries.ts';
import { markServiceAccount } from './identity/mark-service-account.ts';
import { redeemLinkCode } from './identity/redeem-link-code.ts';
import { redeemSiteCode } from './identity/redeem-site-code.ts';
import { seeMe } from './identity/see-me.ts';
import { seeOrganisation } from './identity/see-organisation.ts';
import { seePerson } from './identity/see-person.ts';
import { seeSite } from './identity/see-site.ts';
import { signInApp } from './identity/sign-in-app.ts';
import { signIn } from './identity/sign-in.ts';
import { sqlIdentityStores } from './identity/store.ts';
import { unlinkSite } from './identity/unlink-site.ts';
import { changeLife } from './practices/change-life.ts';
import { compareVersions } from './practices/compare-versions.ts';
import { creditPerson } from './practices/credit-person.ts';
import { draftPractice } from './practices/draft-practice.ts';
import { editPractice } from './practices/edit-practice.ts';
import { endorsePractice } from './practices/endorse-practice.ts';
import { keepAsPractice } from './practices/keep-as-practice.ts';
import { listPractices } from './practices/list-practices.ts';
import { listVersions } from './practices/list-versions.ts';
import { recordAdoption } from './practices/record-adoption.ts';
import { removeCredit } from './practices/remove-credit.ts';
import { seePractice } from './practices/see-practice.ts';
import { takeBackAdoption } from './practices/take-back-adoption.ts';
import { takeBackEndorsement } from './practices/take-back-endorsement.ts';
import { sqlPractitioners } from './practices/practitioner-queries.ts';
import { sqlPracticeViews } from './practices/queries.ts';
import { sqlQuestionSource } from './practices/question-queries.ts';
import { sqlPracticeStore } from './practices/store.ts';
import { consultationSubscriber } from './consultations/store.ts';
import { consultationUseCases } from './core-consultations.ts';
import { gatheringSubscribers, gatheringUseCases } from './core-gatherings.ts';
import { introductionUseCases } from './core-introductions.ts';
import { notificationUseCases } from './core-notifications.ts';
import { publishingUseCases } from './core-publishing.ts';
import { questionUseCases, type Sealed, sealingOf, trustUseCases } from './core-questions.ts';
import { searchUseCases } from './core-search.ts';
import type { Enqueue } from './jobs/enqueue.ts';
import { jobSubscriber } from './jobs/subscriber.ts';
import { learningSubscribers, learningUseCases } from './core-learning.ts';
import { mentorshipSubscriber } from './learning/mentorship-store.ts';
import { keptQuestions } from './questions/kept-store.ts';
import { sqlUnnamed } from './questions/unnamed-queries.ts';
import { sqlImpact } from './impact/queries.ts';
import { seeMeasures } from './impact/see-measures.ts';
import { searchSubscriber } from './search/store.ts';
import { doneBefore } from './sql/intent.ts';
import { lateReferences } from './sql/person-rewriting.ts';
import type { Subscriber } from './sql/subscriber.ts';
import { sqlStewardshipQueries } from './stewardship/queries.ts';
import { seeHome } from './stewardship/see-home.ts';
import { movedQuestions } from './trust/moves-store.ts';

function identityUseCases(ports: Sealed) {
  const stores = { ...sqlIdentityStores(ports), directory: sqlPeopleDirectory(ports.db) };
  const bind = bindTo({ ...ports, ...stores, unnamed: sqlUnnamed(ports) });
  return {
    signIn: bind(signIn),
    signInApp: bind(signInApp),
    seeMe: bind(seeMe),
    editProfile: bind(editProfile),
    eraseMe: bind(eraseMe),
    exportMe: bind(exportMe),
    findPeople: bind(findPeople),
    seePerson: bind(seePerson),
    markServiceAccount: bind(markServiceAccount),
    issueLinkCode: bind(issueLinkCode),
    redeemLinkCode: bind(redeemLinkCode),
    seeOrganisation: bind(seeOrganisation),
    editOrganisation: bind(editOrganisation),
    issueSiteCode: bind(issueSiteCode),
    redeemSiteCode: bind(redeemSiteCode),
    seeSite: bind(seeSite),
    unlinkSite: bind(unlinkSite),
  };
}

function communityUseCases(ports: CorePorts) {
  const bind = bindTo({
    communities: sqlCommunityStore(ports),
    memberships: sqlMembershipStore(ports),
    communityViews: sqlCommunityViews(ports),
    memberViews: sqlMemberViews(ports),
    findInvitee: sqlFindInvitee(ports),
    newId: ports.newId,
    now: ports.now,
  });
  return {
    admitMember: bind(admitMember),
    changeStage: bind(changeStage),
    closeCommunity: bind(closeCommunity),
    connectPlace: bind(connectPlace),
    countTopics: bind(countTopics),
    declineRequest: bind(declineRequest),
    disconnectPlace: bind(disconnectPlace),
    editCommunity: bind(editCommunity),
    endRole: bind(endRole),
    findAtPlace: bind(findAtPlace),
    foundCommunity: bind(foundCommunity),
    grantRole: bind(grantRole),
    handOverRole: bind(handOverRole),
    inviteMember: bind(inviteMember),
    joinCommunity: bind(joinCommunity),
    leaveCommunity: bind(leaveCommunity),
    listDirectory: bind(listDirectory),
    listInvitations: bind(listInvitations),
    listMembers: bind(listMembers),
    listRequests: bind(listRequests),
    removeMember: bind(removeMember),
    reopenCommunity: bind(reopenCommunity),
    seeCommunity: bind(seeCommunity),
    withdrawInvitation: bind(withdrawInvitation),
  };
}

function practiceUseCases(ports: CorePorts) {
  const bind = bindTo({
    practices: sqlPracticeStore(ports),
    practitioners: sqlPractitioners(ports),
    practiceViews: sqlPracticeViews(ports),
    questionSource: sqlQuestionSource(ports),
    newId: ports.newId,
    now: ports.now,
  });
  return {
    draftPractice: bind(draftPractice),
    keepAsPractice: bind(keepAsPractice),
    seePractice: bind(seePractice),
    listPractices: bind(listPractices),
    editPractice: bind(editPractice),
    changeLife: bind(changeLife),
    endorsePractice: bind(endorsePractice),
    takeBackEndorsement: bind(takeBackEndorsement),
    recordAdoption: bind(recordAdoption),
    takeBackAdoption: bind(takeBackAdoption),
    creditPerson: bind(creditPerson),
    removeCredit: bind(removeCredit),
    listVersions: bind(listVersions),
    compareVersions: bind(compareVersions),
  };
}

function discoveryUseCases(ports: CorePorts) {
  const bind = bindTo({ discovery: sqlDiscoveryQueries(ports) });
  return { findSimilar: bind(findSimilar), suggestCommunities: bind(suggestCommunities) };
}

export { bindTo, type CorePorts };

type Following = Pick<CorePorts, 'now'> & {
  /** Leaves jobs behind for what takes longer: who is told, who is asked. Without it nobody is. */
  readonly enqueue?: Enqueue;
  /** Makes the ids of the facts that follow from facts. Without it there are none: no place and no turn goes on to the next. */
  readonly newId?: () => string;
};

/** What follows from facts, for the relay: hand these to `createRelay`. */
export const coreSubscribers = ({ now, enqueue, newId }: Following): readonly Subscriber[] => [
  lateReferences,
  searchSubscriber(now),
  activitySubscriber,
  movedQuestions,
  keptQuestions,
  consultationSubscriber(now),
  expertiseSubscriber,
  mentorshipSubscriber(now),
  ...(newId ? [gatheringSubscribers, learningSubscribers].flatMap((those) => those({ now, newId })) : []),
  ...(enqueue ? [jobSubscriber(enqueue)] : []),
];

/** Everything the application can do. Surfaces hold a Core and nothing else. */
export function createCore(ports: CorePorts) {
  const sealed = { ...ports, sealing: sealingOf(ports) };
  const discovery = discoveryUseCases(ports);
  const stewardship = bindTo({ stewardship: sqlStewardshipQueries(ports), suggest: discovery.suggestCommunities });
  return {
    identity: identityUseCases(sealed),
    communities: communityUseCases(ports),
    practices: practiceUseCases(ports),
    publishing: publishingUseCases(ports),
    questions: questionUseCases(sealed),
    trust: trustUseCases(sealed),
    consultations: consultationUseCases(sealed),
    gatherings: gatheringUseCases(ports),
    learning: learningUseCases(ports),
    introductions: introductionUseCases(ports),
    notifications: notificationUseCases(sealed),
    search: searchUseCases(ports),
    impact: { seeMeasures: bindTo({ impact: sqlImpact(ports) })(seeMeasures) },
    discovery,
    stewardship: { seeHome: stewardship(seeHome) },
    intents: {
      /** What had been done by an earlier try of the same intent, where that is why a use case threw this. */
      whatWasDone: (error: unknown) => doneBefore(ports.db, error),
    },
  };
}

export type Core = ReturnType<typeof createCore>;
