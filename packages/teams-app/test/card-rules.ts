import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';

/** Properties that we use of each element, as the Adaptive Cards 1.5 schema names them. `!` marks a required one. */
const KNOWN: Readonly<Record<string, string>> = {
  AdaptiveCard: 'type! version! $schema body! actions fallbackText refresh',
  TextBlock: 'type! text! wrap! size weight color isSubtle spacing style fontType horizontalAlignment separator',
  Container: 'type! items! style spacing separator selectAction',
  ColumnSet: 'type! columns! spacing',
  Column: 'type! width! items! verticalContentAlignment',
  'Input.Text': 'type! id! label! placeholder value maxLength isMultiline isRequired errorMessage',
  'Input.Date': 'type! id! label! value isRequired errorMessage',
  'Input.Toggle': 'type! id! title! wrap! value!',
  ActionSet: 'type! actions! spacing',
  'Input.ChoiceSet': 'type! id! label! style wrap! isMultiSelect isRequired errorMessage choices! value',
  'Action.Execute': 'type! title! verb! data! style fallback! associatedInputs',
  'Action.Submit': 'type! title! data! style associatedInputs',
  'Action.OpenUrl': 'type! title! url!',
  'Action.ShowCard': 'type! title! card!',
};

const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  size: ['Small', 'Medium', 'Large'],
  weight: ['Bolder'],
  color: ['Accent', 'Good', 'Attention', 'Warning'],
  spacing: ['None', 'Small', 'Medium', 'Large'],
  fontType: ['Monospace'],
  wrap: [true],
  horizontalAlignment: ['Center', 'Right'],
};

const MAX_BYTES = 28 * 1024;
const MOST_ACTIONS = 3;
const MOST_VIEWS = 60;

/** What is wrong with a card, in sentences; empty when Teams will show it as meant, on a phone too. */
export function problemsOfCard(card: object, verbs: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MAX_BYTES) problems.push(`has ${bytes} bytes, more than a message may have`);

  const {
    version,
    actions = [],
    refresh,
    fallbackText,
  } = card as {
    version?: unknown;
    actions?: unknown[];
    refresh?: { userIds?: unknown[] };
    fallbackText?: unknown;
  };
  if (version !== '1.5') problems.push('is not of version 1.5');
  if (actions.length > MOST_ACTIONS) problems.push(`has ${actions.length} primary actions`);
  if (typeof fallbackText !== 'string' || fallbackText.trim() === '') problems.push('says nothing to an old client');
  if (refresh?.userIds && refresh.userIds.length > MOST_VIEWS) problems.push('refreshes for too many people');

  walk(card, 'card', (node, path) => problems.push(...problemsOfNode(node, path, verbs)));
  problems.push(...problemsOfTheRealLibrary(card));
  return problems;
}

type Node = Readonly<Record<string, unknown>>;

function walk(value: unknown, path: string, visit: (node: Node, path: string) => void): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => walk(item, `${path}[${at}]`, visit));
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if ('type' in node) visit(node, path);
    for (const [key, child] of Object.entries(node)) if (key !== 'data') walk(child, `${path}.${key}`, visit);
  }
}

function problemsOfNode(node: Node, path: string, verbs: ReadonlySet<string>): string[] {
  const type = String(node['type']);
  const known = KNOWN[type]?.split(' ');
  if (!known) return [`${path} is a ${type}, which we do not use`];

  const names = known.map((name) => name.replace('!', ''));
  const required = known.filter((name) => name.endsWith('!')).map((name) => name.replace('!', ''));
  return [
    ...Object.keys(node)
      .filter((key) => !names.includes(key))
      .map((key) => `${path} (${type}) has ${key}`),
    ...required.filter((key) => node[key] === undefined).map((key) => `${path} (${type}) lacks ${key}`),
    ...Object.entries(node)
      .filter(
        ([key, value]) => VALUES[key] && !VALUES[key].includes(value) && !(type === 'Container' && key === 'style'),
      )
      .map(([key, value]) => `${path} (${type}) has ${key} ${String(value)}`),
    ...(type === 'TextBlock' && String(node['text']).trim() === '' && !node['separator']
      ? [`${path} is empty text`]
      : []),
    ...(type === 'Action.Execute' && !verbs.has(String(node['verb']))
      ? [`${path} has the unknown verb ${String(node['verb'])}`]
      : []),
    ...(type === 'Action.OpenUrl' && !String(node['url']).startsWith('https://')
      ? [`${path} leads to ${String(node['url'])}`]
      : []),
  ];
}

/** The library that renders cards on the web reads it without a complaint. */
function problemsOfTheRealLibrary(json: object): string[] {
  const card = new AdaptiveCard();
  const context = new SerializationContext(Versions.v1_5);
  card.parse(structuredClone(json), context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const validating = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsing, ...validating].map((message) => `adaptivecards: ${message}`);
}
