import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Draft04 from 'ajv-draft-04';
import type { AdfNode } from '../src/export/adf.ts';

const schema: unknown = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@atlaskit/adf-schema/dist/json-schema/v1/full.json'), 'utf8'),
);
// The package is CommonJS: under Node its class is the default's default.
const Ajv = 'default' in Draft04 ? (Draft04.default as typeof Draft04) : Draft04;
const validate = new Ajv({ strict: false }).compile(schema as object);

/** What Atlassian's own schema has against a document; empty when it is valid. */
export function adfProblems(document: AdfNode): string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** All the words of a document, in reading order. */
export function wordsOf(node: AdfNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'status') return `[${String(node.attrs?.['text'])}]`;
  if (node.text !== undefined) return node.text;
  const words = (node.content ?? []).map(wordsOf);
  return words.join(node.content?.[0]?.text === undefined ? '\n' : '');
}
