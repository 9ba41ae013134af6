import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packManifest, problemsOfDeployment, withServiceUrl } from './pack-manifest.ts';
import type { Manifest } from './read-manifest.ts';

const source = readFileSync(fileURLToPath(new URL('../../manifest.yml', import.meta.url)), 'utf8');
const deployment = {
  appId: 'ari:cloud:ecosystem::app/6e0c1d52-97f4-4a3b-8f27-d1b9e5a40c36',
  serviceUrl: 'https://copse.lindenhof.ch',
  teamsAppId: '8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1',
};
const patternsIn = (manifest: Manifest) =>
  (manifest.modules['macro'] ?? []).flatMap(
    ({ autoConvert }) => autoConvert?.matchers?.map(({ pattern }) => pattern) ?? [],
  );

describe('a packed manifest', () => {
  const text = packManifest(source, deployment);
  const manifest = parse(text) as Manifest;

  it('belongs to the app and leads to the service', () => {
    expect(manifest).toMatchObject({
      app: { id: deployment.appId },
      remotes: [{ key: 'copse-service', baseUrl: 'https://copse.lindenhof.ch' }],
      permissions: {
        external: {
          navigation: [{ address: 'https://teams.microsoft.com' }, { address: 'https://copse.lindenhof.ch' }],
        },
      },
    });
  });

  it('turns links of this deployment into macros, and no others', () => {
    expect(patternsIn(manifest)).toEqual([
      'https://copse.lindenhof.ch/open/communities/*',
      `https://teams.microsoft.com/l/entity/${deployment.teamsAppId}/*`,
      'https://copse.lindenhof.ch/open/practices/*',
      'https://copse.lindenhof.ch/open/questions/*',
    ]);
  });

  it('leaves links into Teams alone when the Teams app is not known', () => {
    const without = parse(packManifest(source, { ...deployment, teamsAppId: undefined })) as Manifest;
    expect(patternsIn(without).some((pattern) => pattern.includes('teams.microsoft.com'))).toBe(false);
    expect(patternsIn(without)).toHaveLength(3);
  });

  it('keeps nothing of the placeholders, and its comments', () => {
    expect(text).not.toMatch(/copse\.example\.com|00000000-0000/u);
    expect(text).toContain('# The Forge app as it is deployed');
  });
});

describe('options that would fail only at Atlassian are refused at once', () => {
  it.each([
    ['an app id without its prefix', { appId: '6e0c1d52-97f4-4a3b-8f27-d1b9e5a40c36' }],
    ['an address without https', { serviceUrl: 'http://copse.lindenhof.ch' }],
    ['an address with a path', { serviceUrl: 'https://lindenhof.ch/copse' }],
    ['an address with a closing slash', { serviceUrl: 'https://copse.lindenhof.ch/' }],
    ['a Teams app that is no id', { teamsAppId: 'copse' }],
  ])('%s', (_what, wrong) => {
    expect(problemsOfDeployment({ ...deployment, ...wrong })).toHaveLength(1);
  });

  it('and right ones are taken', () => {
    expect(problemsOfDeployment(deployment)).toEqual([]);
  });
});

it('a built file that does not name the service stops the packing', () => {
  expect(() => withServiceUrl('view/index.html', '<meta>', deployment.serviceUrl, 1)).toThrow(/0 times instead of 1/u);
  expect(withServiceUrl('x', 'to http://127.0.0.1:3978/open', deployment.serviceUrl, 1)).toBe(
    'to https://copse.lindenhof.ch/open',
  );
});
