import type { Core } from '@copse/core';
import type { Route } from '../http/route.ts';
import { communityRoutes } from './communities.ts';
import { findingRoutes } from './finding.ts';
import { gatheringRoutes } from './gatherings.ts';
import { identityRoutes, organisationRoutes } from './identity.ts';
import { introductionRoutes } from './introductions.ts';
import { learningRoutes } from './learning.ts';
import { membershipRoutes } from './memberships.ts';
import { practiceRoutes } from './practices.ts';
import { publishingAppRoutes, publishingRoutes } from './publishing.ts';
import { answerRoutes, questionRoutes } from './questions.ts';
import { consultationRoutes, notificationRoutes } from './telling.ts';
import { trustRoutes } from './trust.ts';

/** The whole of `/api/v1`. */
export const allRoutes = (core: Core): Route[] => [
  ...identityRoutes(core),
  ...organisationRoutes(core),
  ...communityRoutes(core),
  ...membershipRoutes(core),
  ...practiceRoutes(core),
  ...publishingRoutes(core),
  ...publishingAppRoutes(core),
  ...questionRoutes(core),
  ...answerRoutes(core),
  ...trustRoutes(core),
  ...introductionRoutes(core),
  ...learningRoutes(core),
  ...notificationRoutes(core),
  ...consultationRoutes(core),
  ...findingRoutes(core),
  ...gatheringRoutes(core),
];
