import { Text } from '@fluentui/react-components';
import type { DifferenceView } from '@copse/core/contracts';
import { DiffText } from '../../parts/diff-text.tsx';
import { Section } from '../../parts/section.tsx';

const names: Record<DifferenceView['fields'][number]['field'], string> = {
  title: 'Title',
  context: 'What it is good for',
  body: 'The practice',
  topics: 'Topics',
};

/** What changed between two versions, field by field. */
export function Difference({ difference: { fields } }: { difference: Pick<DifferenceView, 'fields'> }) {
  if (fields.length === 0) return <Text>These two versions read the same.</Text>;
  return fields.map(({ field, parts }) => (
    <Section key={field} inner title={names[field]}>
      <DiffText parts={parts} />
    </Section>
  ));
}
