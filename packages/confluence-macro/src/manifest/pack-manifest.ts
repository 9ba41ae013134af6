import { parseDocument, visit } from 'yaml';

export type Deployment = {
  /** `ari:cloud:ecosystem::app/…`, as `forge register` prints it. */
  readonly appId: string;
  /** Where the service is reached from outside, without a slash at the end: `https://copse.example.com`. */
  readonly serviceUrl: string;
  /** The id of the Teams app, whose links turn into the Community macro; without it that pattern is left out. */
  readonly teamsAppId: string | undefined;
};

/** What manifest.yml and the built files hold until they are packed. */
export const placeholders = {
  appId: 'ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000',
  serviceUrl: 'https://copse.example.com',
  teamsAppId: '00000000-0000-0000-0000-000000000000',
  builtServiceUrl: 'http://127.0.0.1:3978',
} as const;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** What is wrong with the options, one sentence each. */
export function problemsOfDeployment({ appId, serviceUrl, teamsAppId }: Deployment): string[] {
  const problems: string[] = [];
  const uuid = appId.replace(/^ari:cloud:ecosystem::app\//u, '');
  if (!UUID.test(uuid) || uuid === appId) {
    problems.push(
      'The app id is not one of Forge: it looks like ari:cloud:ecosystem::app/ and a UUID (forge register prints it).',
    );
  }
  if (
    !URL.canParse(serviceUrl) ||
    new URL(serviceUrl).protocol !== 'https:' ||
    new URL(serviceUrl).origin !== serviceUrl
  ) {
    problems.push('The address of the service has to be https and a host only, such as https://copse.example.com.');
  }
  if (teamsAppId !== undefined && !UUID.test(teamsAppId)) problems.push('The id of the Teams app is not a UUID.');
  return problems;
}

/** The manifest for one deployment, its comments kept. Fails when a placeholder is not where it belongs. */
export function packManifest(source: string, { appId, serviceUrl, teamsAppId }: Deployment): string {
  const manifest = parseDocument(source);
  manifest.setIn(['app', 'id'], appId);
  visit(manifest, {
    Pair(_key, pair) {
      const matcher = String((pair.key as { value?: unknown }).value) === 'matchers' ? pair.value : undefined;
      if (matcher && typeof matcher === 'object' && 'items' in matcher && teamsAppId === undefined) {
        const items = matcher.items as unknown[];
        matcher.items = items.filter((item) => !String(item).includes(placeholders.teamsAppId));
      }
    },
    Scalar(_key, node) {
      if (typeof node.value !== 'string') return;
      node.value = node.value
        .replace(placeholders.serviceUrl, serviceUrl)
        .replace(`/l/entity/${placeholders.teamsAppId}/`, `/l/entity/${teamsAppId ?? ''}/`);
    },
  });
  // Functions are deployed as they were built, so the handlers lie where the manifest says: src/forge/handlers.
  const packed = withDeployedPaths(manifest.toString({ lineWidth: 0 }));
  for (const left of [placeholders.appId, placeholders.serviceUrl, placeholders.teamsAppId]) {
    if (packed.includes(left) && left !== serviceUrl)
      throw new Error(`manifest.yml still holds the placeholder ${left}`);
  }
  return packed;
}

const withDeployedPaths = (manifest: string) => manifest.replaceAll('path: dist/', 'path: static/');

/** Puts the service's address into a built file: it has to be there exactly `times` times. */
export function withServiceUrl(name: string, content: string, serviceUrl: string, times: number): string {
  const found = content.split(placeholders.builtServiceUrl).length - 1;
  if (found !== times) throw new Error(`${name} holds the service's address ${found} times instead of ${times}`);
  return content.replaceAll(placeholders.builtServiceUrl, serviceUrl);
}
