/** Numbers that look like chance and are the same for the same seed, on every machine. */
export type Dice = {
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
};

/** Dice from any text: SFC32 (Doty-Humphrey, PractRand), seeded by FNV-1a over four salts. */
export function diceFrom(seed: string): Dice {
  let [a, b, c, count] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const next = () => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  // The first numbers still resemble the seed.
  for (let turn = 0; turn < 15; turn += 1) next();
  return { below: (below) => Math.floor((next() / 2 ** 32) * below) };
}

/** The same things in an order that the dice decide (Fisher-Yates). */
export function shuffled<Thing>(things: readonly Thing[], dice: Dice): Thing[] {
  const result = [...things];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = dice.below(at + 1);
    const thing = result[at] as Thing;
    result[at] = result[other] as Thing;
    result[other] = thing;
  }
  return result;
}

function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
