import { bindTo, type CorePorts } from './binding.ts';
import { sqlCommunityStore } from './communities/store.ts';
import { answerSeeker } from './learning/answer-seeker.ts';
import { beginCircle } from './learning/begin-circle.ts';
import { circleSubscriber, leaderlessSubscriber, sqlCircleStore } from './learning/circle-store.ts';
import { closeMentorship } from './learning/close-mentorship.ts';
import { foundCircle } from './learning/found-circle.ts';
import { joinCircle } from './learning/join-circle.ts';
import { leaveCircle } from './learning/leave-circle.ts';
import { askedSubscriber } from './learning/leaving-store.ts';
import { sqlMentoringStore } from './learning/mentoring-store.ts';
import { sqlMentorshipStore } from './learning/mentorship-store.ts';
import { noteCircleMeeting } from './learning/note-circle-meeting.ts';
import { noteMentoringSession } from './learning/note-mentoring-session.ts';
import { offerMentoring } from './learning/offer-mentoring.ts';
import { pauseMentorship } from './learning/pause-mentorship.ts';
import type { LearningDeps } from './learning/ports.ts';
import { sqlLearningViews } from './learning/queries.ts';
import { requestMentor } from './learning/request-mentor.ts';
import { resumeMentorship } from './learning/resume-mentorship.ts';
import { seeCircles } from './learning/see-circles.ts';
import { seeMentoring } from './learning/see-mentoring.ts';
import { seeMyMentoring } from './learning/see-my-mentoring.ts';
import { withdrawOffer } from './learning/withdraw-offer.ts';
import { withdrawRequest } from './learning/withdraw-request.ts';
import type { Subscriber } from './sql/subscriber.ts';

type Ports = Pick<CorePorts, 'db' | 'newId' | 'now'>;

export const learningStores = (ports: Ports): LearningDeps => ({
  communities: sqlCommunityStore(ports),
  mentoring: sqlMentoringStore(ports),
  mentorships: sqlMentorshipStore(ports),
  circles: sqlCircleStore(ports),
  learningViews: sqlLearningViews(ports),
  newId: ports.newId,
  now: ports.now,
});

export function learningUseCases(ports: Ports) {
  const bind = bindTo(learningStores(ports));
  return {
    answerSeeker: bind(answerSeeker),
    beginCircle: bind(beginCircle),
    closeMentorship: bind(closeMentorship),
    foundCircle: bind(foundCircle),
    joinCircle: bind(joinCircle),
    leaveCircle: bind(leaveCircle),
    noteCircleMeeting: bind(noteCircleMeeting),
    noteMentoringSession: bind(noteMentoringSession),
    offerMentoring: bind(offerMentoring),
    pauseMentorship: bind(pauseMentorship),
    requestMentor: bind(requestMentor),
    resumeMentorship: bind(resumeMentorship),
    seeCircles: bind(seeCircles),
    seeMentoring: bind(seeMentoring),
    seeMyMentoring: bind(seeMyMentoring),
    withdrawOffer: bind(withdrawOffer),
    withdrawRequest: bind(withdrawRequest),
  };
}

/** What follows for mentoring and circles from who leaves a community, or is erased or merged. */
export const learningSubscribers = (following: Pick<CorePorts, 'newId' | 'now'>): readonly Subscriber[] => [
  circleSubscriber(following),
  leaderlessSubscriber(following),
  askedSubscriber(following),
];
