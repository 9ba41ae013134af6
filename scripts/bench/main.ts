import { parseArgs } from 'node:util';
import { parts } from './parts.ts';
import { print, write } from './report.ts';
import { openWorld } from './world.ts';

const names = Object.keys(parts);
const { values: options } = parseArgs({
  options: {
    /** Only these, such as `--part bot --part experts`. */
    part: { type: 'string', multiple: true },
    out: { type: 'string', default: 'bench/results.json' },
  },
});
const unknown = options.part?.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`There is no part «${unknown}». There are: ${names.join(', ')}`);

const say = (text: string) => process.stderr.write(`${text}\n`);
const world = await openWorld(say);
// Stopped in the middle, it leaves neither PostgreSQL nor its folder behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void world.close().finally(() => process.exit(130)));
}
try {
  for (const [name, { about, run }] of Object.entries(parts)) {
    if (options.part && !options.part.includes(name)) continue;
    say(`» ${name}`);
    const result = { name, about, figures: await run(world) };
    print(result);
    write(options.out, result, names);
  }
} finally {
  await world.close();
}
console.log(`\nWritten to ${options.out}.`);
