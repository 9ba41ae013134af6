import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { testService } from '../../test/service.ts';
import { allRoutes } from '../routes/all.ts';

type Operation = {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly required: boolean };
  readonly responses: Readonly<Record<string, unknown>>;
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

const service = testService({ keepBetweenTests: true });
const document = async () => (await service.ask<Document>('GET', '/api/v1/openapi.json')).json;

it('is a valid OpenAPI 3.1 document', async () => {
  const validator = new Validator();
  expect(await validator.validate((await document()) as never)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

it('holds every route, and each operation has a name of its own', async () => {
  const operations = Object.values((await document()).paths).flatMap((path) => Object.values(path));
  expect(operations).toHaveLength(allRoutes(service.core()).length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

it('refers to nothing that is not there, and carries nothing that is not referred to', async () => {
  const whole = await document();
  const references = new Set(
    [...JSON.stringify(whole).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/gu)].map(
      ([, part, name]) => `${part}/${name}`,
    ),
  );
  const parts = Object.entries(whole.components).filter(([part]) => part !== 'securitySchemes');
  const there = new Set(parts.flatMap(([part, all]) => Object.keys(all).map((name) => `${part}/${name}`)));
  expect([...references].filter((name) => !there.has(name))).toEqual([]);
  expect([...there].filter((name) => !references.has(name))).toEqual([]);
});

it('tells what an edit needs and how it may be refused', async () => {
  const edit = (await document()).paths['/api/v1/communities/{communityId}']?.['patch'];
  expect(edit?.parameters).toEqual([
    expect.objectContaining({ name: 'communityId', in: 'path', required: true }),
    expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: false }),
  ]);
  expect(Object.keys(edit?.responses ?? {})).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '409',
    '412',
    '413',
    '415',
    '422',
    '428',
    '429',
    '500',
    '503',
  ]);
});

it('tells where a tag is heeded that is not needed', async () => {
  const { paths } = await document();
  const tagOf = (url: string, method: string) =>
    paths[`/api/v1${url}`]?.[method]?.parameters.find(({ name }) => name === 'If-Match')?.required;
  expect(tagOf('/practices/{practiceId}/life/{action}', 'post')).toBe(false);
  expect(tagOf('/questions/{questionId}/close', 'post')).toBe(false);
  expect(tagOf('/communities/{communityId}/join', 'post')).toBeUndefined();
});

it('lets a body be left out where no field is needed', async () => {
  const { paths } = await document();
  expect(paths['/api/v1/communities/{communityId}/join']?.['post']?.requestBody?.required).toBe(false);
  expect(paths['/api/v1/communities']?.['post']?.requestBody?.required).toBe(true);
});
