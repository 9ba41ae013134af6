import { expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const { inTeams, issuers } = testService();

it('is our outage and not the caller’s fault when the keys of an issuer cannot be had', async () => {
  issuers().goDown(true);
  const reply = await inTeams('Mara').get('/me');
  expect(reply).toMatchObject({ status: 503, json: { reason: 'unavailable' } });
  expect(reply.headers['retry-after']).toBe('2');

  issuers().goDown(false);
  expect((await inTeams('Mara').get('/me')).status).toBe(200);
});
