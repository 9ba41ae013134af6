import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { documentationPolicy, protect } from './headers.ts';
import { describeApi } from './openapi.ts';
import type { Route } from './route.ts';

/** The OpenAPI document at `/api/v1/openapi.json` and a page to browse it at `/api/docs`. Both are public. */
export async function documentation(app: FastifyInstance, routes: readonly Route[], publicUrl: string): Promise<void> {
  const document = describeApi(routes, publicUrl);
  const text = JSON.stringify(document);

  await app.register(async (docs) => {
    protect(docs, { policy: documentationPolicy, cache: 'no-cache' });
    docs.get('/api/v1/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(text));
    await docs.register(swagger, { mode: 'static', specification: { document: document as never } });
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      staticCSP: false,
      uiConfig: {
        layout: 'BaseLayout',
        tryItOutEnabled: false,
        deepLinking: true,
        defaultModelsExpandDepth: 0,
        supportedSubmitMethods: [],
      },
      theme: { title: 'Copse API' },
    });
  });
}
