import { archetypeOf, archetypes } from '@copse/core/vocabulary';
import { describe, expect, it } from 'vitest';
import { chooseArchetype, emptyFounding, foundingBody, problemsOf } from './founding.ts';

describe('founding a community', () => {
  it.each(archetypes)('as a %s begins with what that kind sets', (archetype) => {
    const { format, visibility, cadence } = archetypeOf[archetype];
    expect(chooseArchetype(emptyFounding, archetype)).toMatchObject({ archetype, format, visibility, cadence });
  });

  it('keeps what was typed when another kind is chosen', () => {
    const typed = { ...chooseArchetype(emptyFounding, 'forum'), name: 'Help', topics: ['data'] };
    expect(chooseArchetype(typed, 'guild')).toMatchObject({ name: 'Help', topics: ['data'] });
  });

  it('needs a kind, a name and a purpose', () => {
    expect(problemsOf(emptyFounding, 'kind')).toHaveProperty('archetype');
    expect(Object.keys(problemsOf({ ...emptyFounding, name: ' ab ' }, 'purpose'))).toEqual(['name', 'purpose']);
    expect(problemsOf({ ...emptyFounding, cadence: 'x'.repeat(121) }, 'door')).toHaveProperty('cadence');
  });

  it('sends tidy words', () => {
    expect(
      foundingBody({ ...emptyFounding, archetype: 'guild', name: ' Guild ', purpose: ' To learn ' }),
    ).toMatchObject({
      name: 'Guild',
      purpose: 'To learn',
    });
  });
});
