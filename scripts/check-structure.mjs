/**
 * Keeps the shape of Copse: imports point down the ranks and through the doors, only stores speak SQL, whatever waits
 * is a use case named after its file, core reads neither clock nor dice, and no file outgrows what one can hold in mind.
 *
 * The rules are data, in structure/rules.mjs. Needs nothing but Node 20.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ALIASES,
  COMPOSITION,
  DOORS,
  LIBRARIES,
  MAX_LINES,
  PARTS,
  RANKS,
  SAYS_NOTHING,
  TYPES_ONLY,
  WORDS,
} from './structure/rules.mjs';

const rankOf = new Map(RANKS.flatMap((slices, rank) => slices.map((slice) => [slice, rank])));
const SKIP = new Set(['node_modules', 'dist', 'coverage', '.turbo', '.copse', '.git']);
const SOURCE = /\.(?:ts|tsx|mjs|js|cjs)$/;

/**
 * Looks at every source file below `root/packages` and `root/scripts`.
 *
 * @param {string} root folder of the project
 * @returns {{ files: number, problems: string[] }} one line per problem, sorted; each begins with the file
 */
export function checkStructure(root) {
  /** @type {string[]} */
  const problems = [];
  const files = [...sources(join(root, 'packages')), ...sources(join(root, 'scripts'))];
  const declared = declarations(root);
  for (const file of files) {
    const path = relative(root, file).split(sep).join('/');
    const source = readFileSync(file, 'utf8');
    const report = (problem) => problems.push(`${path} ${problem}`);
    checkFile(path, source, report);
    checkImports(path, importsOf(source), report);
    checkDeclared(path, importsOf(source), declared, report);
    checkCore(path, source, report);
  }
  return { files: files.length, problems: problems.sort() };
}

function* sources(folder) {
  let entries = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  for (const entry of entries) {
    if (SKIP.has(entry.name)) continue;
    if (entry.isDirectory()) yield* sources(join(folder, entry.name));
    else if (SOURCE.test(entry.name)) yield join(folder, entry.name);
  }
}

function checkFile(path, source, report) {
  const lines = source.split('\n').length - 1;
  if (lines > MAX_LINES) report(`has ${lines} lines: split it by use case, ${MAX_LINES} are enough`);
  if (SAYS_NOTHING.test(basename(path))) report('has a name that says nothing: name it after what it holds');

  const code = withoutComments(source);
  for (const { word, in: where, except, instead } of WORDS) {
    if (where.test(path) && !except.some((allowed) => allowed.test(path)) && word.test(code)) report(instead);
  }
}

function checkImports(path, imports, report) {
  const own = /^packages\/([a-z-]+)\//.exec(path)?.[1];
  for (const { target, typesOnly } of imports) {
    for (const { library, only, instead } of LIBRARIES) {
      if (library.test(target) && !only.some((allowed) => allowed.test(path))) report(instead);
    }
    if (!own) continue;

    if (target.startsWith('@copse/') && !opens(own, target)) {
      const doors = DOORS[own]?.filter((door) => typeof door === 'string').join(', ') || 'none of our packages';
      report(`imports ${target}: ${own} may import ${doors === 'none of our packages' ? doors : `only ${doors}`}`);
    } else if (TYPES_ONLY.in.test(path) && !isTest(path) && TYPES_ONLY.doors.includes(target) && !typesOnly) {
      report(`imports ${target}, which ${TYPES_ONLY.instead}`);
    }
    if (target.startsWith('.') && !posix.join(posix.dirname(path), target).startsWith(`packages/${own}/`)) {
      report(`reaches out of its package for ${target}: go through the other package's exports`);
    }
  }
}

/** npm lifts packages to the top, so an import that nobody declared works here and breaks elsewhere. */
function checkDeclared(path, imports, declared, report) {
  const own = /^packages\/([a-z-]+)\//.exec(path)?.[1];
  const lists = [declared('.'), ...(own ? [declared(join('packages', own))] : [])];
  if (lists.includes(undefined)) return;
  for (const { target, typesOnly } of imports) {
    // Types are gone when the program runs, and the compiler finds out whether they exist.
    if (typesOnly || /^[./]|^(?:data|file|https?):/.test(target) || isBuiltin(target)) continue;
    const name = target.split('/', target.startsWith('@') ? 2 : 1).join('/');
    if (name.startsWith('@copse/') && (!own || name === `@copse/${own}`)) continue;
    if (ALIASES.has(name) || lists.some((names) => names.has(name))) continue;
    const where = own ? `-w @copse/${own}` : '-D';
    report(`imports ${name}, which no package.json lists for it: npm install --save-exact ${name} ${where}`);
  }
}

function declarations(root) {
  const known = new Map();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, dependenciesIn(join(root, folder, 'package.json')));
    return known.get(folder);
  };
}

function dependenciesIn(file) {
  try {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(readFileSync(file, 'utf8'));
    return new Set(Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function opens(own, target) {
  if (target === `@copse/${own}` || target.startsWith(`@copse/${own}/`)) return true;
  return (DOORS[own] ?? []).some((door) => (typeof door === 'string' ? door === target : door.test(target)));
}

function checkCore(path, source, report) {
  const [, slice, name] = /^packages\/core\/src\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (!slice || COMPOSITION.includes(slice)) return;
  if (!rankOf.has(slice)) return report(`is in no known slice: add ${slice} to RANKS in scripts/structure/rules.mjs`);

  for (const { target } of importsOf(source)) {
    if (!target.startsWith('.')) continue;
    if (!isTest(path) && !PARTS.test(name) && /[/-](?:store|queries)\.ts$/.test(target)) {
      report(`imports ${target}: take what you need as a port`);
    }
    const other = posix.join(posix.dirname(path), target).split('/')[3];
    if (other === slice || other === 'sql' || (other === 'testing' && isTest(path))) continue;
    if (isTest(path) && !rankOf.has(other)) continue;
    if (!(rankOf.get(other) < rankOf.get(slice))) report(`imports ${other}, which does not rank below ${slice}`);
  }
  if (!isTest(path)) checkPart(slice, name, withoutComments(source), report);
}

function checkPart(slice, name, code, report) {
  if (name.includes('/'))
    return report('is in a folder of a slice: folders are subjects, so put it beside its contract');
  if (name === 'index.ts' && /(?:^|[/-])(?:store|queries|tables)\.ts'/m.test(code)) {
    report('lets a store out: surfaces get use cases and views only');
  }
  if (slice === 'kernel' || PARTS.test(name)) return;

  const useCase = basename(name, '.ts').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const isUseCase = new RegExp(`^export (?:async )?function ${useCase}\\b`, 'm').test(code);
  const waits = /\basync\b|\bawait\b|\bPromise</.test(code);
  if (waits && !isUseCase) report(`waits, so it is a use case and must export function ${useCase}()`);
  if (waits && (code.match(/^export async function/gm) ?? []).length > 1) {
    report('holds more than one use case: give each a file of its own name');
  }
  if (!waits && /\bthrow\b/.test(code)) report('throws: a rule returns refuse("…") and leaves throwing to bugs');
}

/** Where each import points, and whether it only borrows types. */
function importsOf(source) {
  const found = [];
  for (const [, keyword, names, target] of source.matchAll(
    /^(import|export)\s+((?:type\s+)?[\w*{},\s$]+?)\s+from\s+['"]([^'"]+)['"]/gm,
  )) {
    const each = names
      .match(/^\{(.*)\}$/s)?.[1]
      .split(',')
      .filter((part) => part.trim());
    const typesOnly = /^type\b/.test(names) || (each?.every((part) => /^\s*type\s/.test(part)) ?? false);
    found.push({ keyword, target, typesOnly });
  }
  for (const [, target] of source.matchAll(/(?:^import\s+|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?)['"]([^'"]+)['"]/gm)) {
    found.push({ keyword: 'import', target, typesOnly: false });
  }
  return found;
}

const isTest = (path) => /\.test\.(?:ts|tsx|mjs)$|^packages\/[a-z-]+\/test\//.test(path);

const withoutComments = (source) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
  const { files, problems } = checkStructure(root);
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    console.error(`\n${problems.length} of the rules in scripts/structure/rules.mjs broken in ${files} files.`);
    process.exitCode = 1;
  } else {
    console.log(`The structure holds: ${files} files.`);
  }
}
