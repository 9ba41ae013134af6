import { expect, it } from 'vitest';
import { communityPermissions } from '../communities/permission.ts';
import { trustPermissions } from '../trust/permission.ts';
import { gatheringPermissions } from './permission.ts';

it('a community offers to schedule a gathering to exactly those who may', () => {
  expect([...communityPermissions.scheduleGathering].toSorted()).toEqual([...gatheringPermissions.schedule].toSorted());
});

it('keeping order is offered to exactly those whom trust lets do it', () => {
  expect([...trustPermissions.moderate].toSorted()).toEqual([...gatheringPermissions.moderate].toSorted());
});
