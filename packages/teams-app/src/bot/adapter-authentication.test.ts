import { ClaimsIdentity } from 'botframework-connector';
import { expect, it } from 'vitest';
import { botAuthentication } from './adapter-authentication.ts';
import { PUBLIC_CLOUD } from './bot-config.ts';

const config = {
  ...PUBLIC_CLOUD,
  appId: 'f2a7c3d4-61be-4f7e-b0d9-58e3a1c6b920',
  appPassword: 'known to nobody',
  serviceUrls: [...PUBLIC_CLOUD.serviceUrls],
  teamsAppId: '8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1',
  publicUrl: 'https://copse.example',
};
const somebody = () => new ClaimsIdentity([{ type: 'aud', value: config.appId }], true);

it('the clients that a turn needs are made once for all turns, and one for each connector', async () => {
  const authentication = botAuthentication(config);
  const clientFor = (serviceUrl: string) => authentication.createConnectorFactory(somebody()).create(serviceUrl, 'a');
  const [emea] = PUBLIC_CLOUD.serviceUrls;

  expect(await authentication.createUserTokenClient(somebody())).toBe(
    await authentication.createUserTokenClient(somebody()),
  );
  expect(await clientFor(emea)).toBe(await clientFor(emea));
  expect(await clientFor(emea)).not.toBe(await clientFor(`${emea}amer/`));
});
