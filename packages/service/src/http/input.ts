import { inputWords } from '@copse/core';
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import type { FieldFault } from './problem.ts';

const inWords = { error: inputWords } as const;

/** Enough to repair a form by; a hostile body must not make an endless answer. */
const FAULTS_SHOWN = 20;
const LONGEST_PATH = 120;

/** What was sent does not fit its schema. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  readonly faults: readonly FieldFault[];

  constructor(faults: readonly FieldFault[]) {
    super('The input does not fit its schema');
    this.faults = faults;
  }
}

/** Reads params, queries and bodies by the zod schemas of the contracts; what they leave out never gets further. */
export const zodValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const read = schema.safeParse(data ?? undefined, inWords);
    return read.success ? { value: read.data } : { error: new InvalidInputError(faultsIn(read.error.issues)) };
  };

function faultsIn(issues: readonly z.core.$ZodIssue[]): FieldFault[] {
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'This field is not known.' }))
        : [{ path: issue.path, message: issue.message }],
    )
    .slice(0, FAULTS_SHOWN)
    .map(({ path, message }) => ({ path: printable(path.join('.')), message: printable(message) }));
}

/** Names of fields come from the caller: control characters and the like are not sent back. */
const printable = (text: string) => text.replaceAll(/[^\P{C}]/gu, '�').slice(0, LONGEST_PATH * 2);
