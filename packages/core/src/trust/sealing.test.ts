import { createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../kernel/ids.ts';
import { createSealing } from './sealing.ts';

const chance = (count: number) => randomBytes(count);
const aKey = () => new Uint8Array(randomBytes(32));
const key = aKey();
const sealing = createSealing({ sealKeys: [key], chance });
const ids = fc.uuid().map((id) => id.toLowerCase() as PersonId);

describe('a seal', () => {
  it('gives back whom it hides, for its own item alone', () => {
    fc.assert(
      fc.property(ids, fc.uuid(), fc.uuid(), (person, item, other) => {
        const sealed = sealing.seal(person, item);
        expect(sealing.open(sealed, item)).toBe(person);
        if (item !== other) expect(sealing.open(sealed, other)).toBeUndefined();
      }),
    );
  });

  it('is never the same twice, and always as long', () => {
    const seals = Array.from({ length: 200 }, () =>
      sealing.seal('01900000-0000-7000-8000-0000000000a1' as PersonId, 'x'),
    );
    expect(new Set(seals.map((sealed) => Buffer.from(sealed).toString('hex'))).size).toBe(200);
    expect(new Set(seals.map(({ length }) => length))).toEqual(new Set([45]));
  });

  it('opens no more when a single bit of it was changed', () => {
    const sealed = sealing.seal('01900000-0000-7000-8000-0000000000a1' as PersonId, 'x');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(sealing.open(changed, 'x')).toBeUndefined();
    }
    expect(sealing.open(sealed.subarray(0, 44), 'x')).toBeUndefined();
    expect(sealing.open(new Uint8Array(0), 'x')).toBeUndefined();
  });

  it('is AES-256-GCM as others would open it', () => {
    const person = '01900000-0000-7000-8000-0000000000a1' as PersonId;
    const sealed = Buffer.from(sealing.seal(person, 'item'));
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
      .setAAD(Buffer.from('item'))
      .setAuthTag(sealed.subarray(29));
    const opened = Buffer.concat([decipher.update(sealed.subarray(13, 29)), decipher.final()]);
    expect(opened.toString('hex')).toBe(person.replaceAll('-', ''));
  });

  it('made under an old key opens, and new ones are made under the new key', () => {
    const person = '01900000-0000-7000-8000-0000000000a1' as PersonId;
    const fresh = aKey();
    const rotated = createSealing({ sealKeys: [fresh, key], chance });
    expect(rotated.open(sealing.seal(person, 'x'), 'x')).toBe(person);
    expect(createSealing({ sealKeys: [fresh], chance }).open(rotated.seal(person, 'x'), 'x')).toBe(person);
    expect(sealing.open(rotated.seal(person, 'x'), 'x')).toBeUndefined();
    expect(rotated.marks(person, 'q')[1]).toEqual(sealing.marks(person, 'q')[0]);
  });
});

describe('marks', () => {
  it('tell a person within one scope and link no two scopes or people', () => {
    fc.assert(
      fc.property(ids, ids, fc.string(), fc.string(), (one, other, here, there) => {
        const mark = (person: PersonId, scope: string) =>
          Buffer.from(sealing.marks(person, scope)[0] ?? []).toString('hex');
        expect(mark(one, here)).toBe(mark(one, here));
        if (here !== there) expect(mark(one, here)).not.toBe(mark(one, there));
        if (one !== other) expect(mark(one, here)).not.toBe(mark(other, here));
      }),
    );
  });
});
