import type { FastifyReply } from 'fastify';
import { findPerson, type SamplePerson } from '../organisation.ts';

/** Runs with the sample person whom a window plays; says so plainly when there is no such person. */
export async function asPerson<T>(
  reply: FastifyReply,
  key: string | undefined,
  run: (person: SamplePerson) => Promise<T>,
) {
  const person = key ? findPerson(key) : undefined;
  if (!person) return reply.code(404).send({ problem: 'There is no such sample person.' });
  return run(person);
}
