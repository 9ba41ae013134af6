import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DatabaseTrouble } from '../database/index.ts';
import { ConfigurationError } from '../config.ts';
import { exportCommand, importCommand, rebuildSearchCommand, schemaCommand } from './commands.ts';
import { FileProblem } from './file-problem.ts';

const HELP = `npm run copse -- <command>

  import <file> [--dry-run] [--tenant <id>]   Take in a bundle (.json) or people from Entra's admin centre (.csv).
                                              All or nothing; the same file again changes nothing. People may have
                                              more columns: manager (object id or user principal name), team, and
                                              accountType (service: nobody is behind the account).
                                              Two sets of public data become bundles with
                                                npx node scripts/convert/digitalgov.mjs <folder> > digitalgov.json
                                                npx node scripts/convert/kubernetes.mjs <sigs.yaml> > kubernetes.json
  import <Posts.xml> --community <name or id> Take in questions and answers from a Stack Exchange dump.
  export [<file>] [--tenant <id>]             Write everything as a bundle, to a file or to the terminal.
  schema                                      Print the JSON Schema of the bundle.
  rebuild-search                              Make the search index anew from what is stored.

  --tenant <id>      The organisation (Entra tenant). Not needed where there is only one.
  --folder <path>    Where the embedded PostgreSQL lives; .copse in the project unless you say otherwise.
                     DATABASE_URL, where it is set, names another PostgreSQL.`;

const FOLDER = fileURLToPath(new URL('../../../../.copse', import.meta.url));

/** Runs one command; the answer is the exit code: 0 done, 1 could not be done, 2 done, but some records were rejected. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      tenant: { type: 'string' },
      community: { type: 'string' },
      folder: { type: 'string', default: FOLDER },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, file] = positionals;
  const options = {
    dryRun: values['dry-run'],
    tenant: values.tenant,
    community: values.community,
    folder: values.folder,
  };
  if (values.help || command === undefined || command === 'help') return say(HELP);
  switch (command) {
    case 'import':
      if (file === undefined) return say(`Which file?\n\n${HELP}`, 1);
      return importCommand(file, options);
    case 'export':
      return exportCommand(file, options);
    case 'schema':
      return schemaCommand();
    case 'rebuild-search':
      return rebuildSearchCommand(options);
    default:
      return say(`There is no command «${command}».\n\n${HELP}`, 1);
  }
}

function say(text: string, code = 0): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const expected =
    error instanceof FileProblem || error instanceof DatabaseTrouble || error instanceof ConfigurationError;
  if (!expected && !code?.startsWith('ERR_PARSE_ARGS')) throw error;
  process.exitCode = say(message, 1);
}
