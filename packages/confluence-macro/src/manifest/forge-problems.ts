import { createRequire } from 'node:module';

type Found = { readonly level: string; readonly message: string; readonly line?: number };
type Processor = { process: (path: string) => Promise<{ readonly errors?: readonly Found[] }> };
type Forge = {
  readonly ValidationTypes: Readonly<Record<'FULL' | 'PRODUCT_TRIGGER' | 'FORGE_REMOTE_COMPUTE', string>>;
  readonly ProcessorBuilder: {
    instance: () => { withValidation: (type: string) => { build: () => Processor } };
  };
};

/** What Forge's own validation, which `forge deploy` runs, has against a manifest. Takes some seconds; needs no network. */
export async function forgeProblems(path: string): Promise<string[]> {
  // Its types weigh 1.6 MB of generated schema; what is used of it is stated above.
  const { ProcessorBuilder, ValidationTypes } = createRequire(import.meta.url)('@forge/manifest') as Forge;
  const problems: string[] = [];
  for (const type of [ValidationTypes.FULL, ValidationTypes.PRODUCT_TRIGGER, ValidationTypes.FORGE_REMOTE_COMPUTE]) {
    const { errors = [] } = await ProcessorBuilder.instance().withValidation(type).build().process(path);
    problems.push(...errors.map(({ level, message, line }) => `${level}: ${message}${line ? ` (line ${line})` : ''}`));
  }
  return [...new Set(problems)];
}
