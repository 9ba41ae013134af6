import type { Core } from '@copse/core';
import {
  changeLifeInput,
  creditInput,
  differenceQuery,
  differenceView,
  draftPracticeInput,
  editPracticeInput,
  endorseInput,
  practicePage,
  practicesQuery,
  practiceView,
  recordAdoptionInput,
  versionPage,
} from '@copse/core/contracts';
import { lifeActions } from '@copse/core/vocabulary';
import { z } from 'zod';
import { ids, optionalBody, paging, type Route, routesAbout } from '../http/route.ts';

const practice = ids('practiceId');
const lifeParams = practice.extend({ action: z.enum(lifeActions) });

/** Practices: their texts, life, endorsements, adoption and history. */
export function practiceRoutes({ practices }: Core): Route[] {
  const route = routesAbout('Practices');
  return [
    route('GET', '/practices', {
      summary: 'Practices that I may see, the most recently changed first',
      query: practicesQuery,
      answer: practicePage,
      run: practices.listPractices,
    }),
    route('POST', '/practices', {
      summary: 'Begins a practice as a draft',
      body: draftPracticeInput,
      status: 201,
      answer: practiceView,
      refusals: ['not-taking-part', 'no-such-community', 'community-closed'],
      run: practices.draftPractice,
    }),
    route('GET', '/practices/:practiceId', {
      summary: 'One practice',
      params: practice,
      answer: practiceView,
      refusals: ['no-such-practice'],
      run: practices.seePractice,
    }),
    route('PATCH', '/practices/:practiceId', {
      summary: 'Edits a practice; a changed text becomes a new version',
      params: practice,
      body: editPracticeInput,
      edits: true,
      answer: practiceView,
      refusals: [
        'no-such-practice',
        'not-allowed',
        'practice-retired',
        'community-closed',
        'changed-meanwhile',
        'no-such-member',
      ],
      run: practices.editPractice,
    }),
    route('POST', '/practices/:practiceId/life/:action', {
      summary: 'Takes one step in the life of a practice',
      params: lifeParams,
      body: optionalBody(changeLifeInput),
      answer: practiceView,
      refusals: [
        'no-such-practice',
        'not-allowed',
        'not-possible-now',
        'reason-needed',
        'endorsement-needed',
        'nothing-written',
        'community-closed',
        'own-practice',
        'changed-meanwhile',
      ],
      run: practices.changeLife,
    }),
    route('PUT', '/practices/:practiceId/endorsement', {
      summary: 'Endorses a practice as somebody who trusts it',
      params: practice,
      body: optionalBody(endorseInput),
      answer: practiceView,
      refusals: ['no-such-practice', 'not-allowed', 'own-practice', 'not-possible-now', 'changed-meanwhile'],
      run: practices.endorsePractice,
    }),
    route('DELETE', '/practices/:practiceId/endorsement', {
      summary: 'Takes my endorsement back',
      params: practice,
      answer: practiceView,
      refusals: ['no-such-practice', 'not-allowed', 'changed-meanwhile'],
      run: practices.takeBackEndorsement,
    }),
    route('POST', '/practices/:practiceId/adoptions', {
      summary: 'Records that a team uses or tried a practice',
      params: practice,
      body: recordAdoptionInput,
      status: 201,
      answer: practiceView,
      refusals: ['no-such-practice', 'not-allowed', 'not-possible-now', 'changed-meanwhile'],
      run: practices.recordAdoption,
    }),
    route('DELETE', '/practices/:practiceId/adoptions/:adoptionId', {
      summary: 'Takes an adoption record back',
      params: ids('practiceId', 'adoptionId'),
      answer: practiceView,
      refusals: ['no-such-practice', 'not-allowed', 'no-such-adoption', 'changed-meanwhile'],
      run: practices.takeBackAdoption,
    }),
    route('PUT', '/practices/:practiceId/credits', {
      summary: 'Names somebody who took part in making it',
      params: practice,
      body: creditInput,
      answer: practiceView,
      refusals: ['no-such-practice', 'not-allowed', 'no-such-person', 'changed-meanwhile'],
      run: practices.creditPerson,
    }),
    route('DELETE', '/practices/:practiceId/credits/:personId', {
      summary: 'Takes a credit back',
      params: ids('practiceId', 'personId'),
      answer: practiceView,
      refusals: ['no-such-practice', 'not-allowed', 'no-such-person', 'changed-meanwhile'],
      run: practices.removeCredit,
    }),
    route('GET', '/practices/:practiceId/versions', {
      summary: 'The versions of a practice, the newest first',
      params: practice,
      query: paging,
      answer: versionPage,
      refusals: ['no-such-practice'],
      run: practices.listVersions,
    }),
    route('GET', '/practices/:practiceId/versions/difference', {
      summary: 'What changed between two versions, word by word',
      params: practice,
      query: differenceQuery,
      answer: differenceView,
      refusals: ['no-such-practice', 'no-such-version'],
      run: practices.compareVersions,
    }),
  ];
}
