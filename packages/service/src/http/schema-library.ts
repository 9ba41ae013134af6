import { z } from 'zod';

type Json = Record<string, unknown>;

/**
 * Turns contracts into the named schemas of an OpenAPI document. Inputs are described as they are sent, views as they
 * are answered; only what is asked for, and what that refers to, ends up among the components.
 */
export function schemaLibrary(contracts: Readonly<Record<string, unknown>>) {
  const inputs = describe(contracts, 'input');
  const views = describe(contracts, 'output');
  const used = new Map<string, Json>();

  const use = (from: Described, schema: z.ZodType): Json => {
    const name = from.nameOf(schema);
    if (name === undefined) return withReferences(from, plain(z.toJSONSchema(schema, from.options)));
    keep(from, name);
    return { $ref: `#/components/schemas/${from.prefix(name)}` };
  };

  function keep(from: Described, name: string): void {
    const title = from.prefix(name);
    const schema = from.schemas[name];
    if (used.has(title) || !schema) return;
    used.set(title, {});
    used.set(title, withReferences(from, schema));
  }

  function withReferences(from: Described, schema: Json): Json {
    return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
      if (key !== '$ref' || typeof value !== 'string') return value;
      const name = value.replace(/^#\/\$defs\//u, '');
      keep(from, name);
      return `#/components/schemas/${from.prefix(name)}`;
    }) as Json;
  }

  return {
    input: (schema: z.ZodType) =>
      use(inputs, schema instanceof z.ZodPrefault ? (schema.unwrap() as z.ZodType) : schema),
    view: (schema: z.ZodType) => use(views, schema),
    hasRevision: (schema: z.ZodType) => schema instanceof z.ZodObject && 'revision' in schema.shape,
    components: () => Object.fromEntries([...used].sort(([left], [right]) => left.localeCompare(right))),
  };
}

type Described = ReturnType<typeof describe>;

function describe(contracts: Readonly<Record<string, unknown>>, io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>();
  const names = new Map<z.ZodType, string>();
  for (const [name, schema] of Object.entries(contracts)) {
    if (!(schema instanceof z.ZodType) || names.has(schema)) continue;
    const id = name.charAt(0).toUpperCase() + name.slice(1);
    names.set(schema, id);
    registry.add(schema, { id });
  }
  const options = { io, unrepresentable: 'any', metadata: registry, uri: (id: string) => id } as const;
  const { schemas } = z.toJSONSchema(registry, options);
  return {
    options,
    schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)])) as Record<
      string,
      Json
    >,
    nameOf: (schema: z.ZodType) => names.get(schema),
    /** A part that inputs and views share under one name is described twice, because what is sent may differ. */
    prefix: (id: string) => (io === 'output' || /(?:Input|Query)$/u.test(id) ? id : `${id}Input`),
  };
}

/** Schema identifiers and definitions are meant for files of their own, not for parts of one document. */
function plain(schema: object): Json {
  const { $schema: _dialect, $id: _id, $defs: _parts, id: _name, ...rest } = schema as Json;
  return rest;
}
