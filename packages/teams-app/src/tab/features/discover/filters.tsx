import { Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { formatNames, formats, stageNames, stages } from '@copse/core/vocabulary';
import { useTopics } from './count-topics.ts';
import type { DirectoryFilter } from './list-directory.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(12rem, 2fr) repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 760px)': {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      '& > :first-child': { gridColumn: '1 / -1' },
    },
  },
  // A list of long words would else be as wide as the longest.
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { maxWidth: 'none', width: '100%' },
});

type Props = { readonly filter: DirectoryFilter; readonly onChange: (filter: DirectoryFilter) => void };

export function Filters({ filter, onChange }: Props) {
  const styles = useStyles();
  const topics = useTopics();
  const set = (change: Partial<DirectoryFilter>) => onChange({ ...filter, ...change });
  return (
    <search className={styles.row}>
      <Field label="Search">
        <SearchBox
          className={styles.wide}
          value={filter.q}
          placeholder="A word, a topic, a name"
          maxLength={100}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => set({ q: value })}
        />
      </Field>
      <Field label="Topic" className={styles.field}>
        <Select value={filter.topic} onChange={(_, { value }) => set({ topic: value })}>
          <option value="">All topics</option>
          {topics.data?.items.map(({ topic, communities }) => (
            <option key={topic} value={topic}>
              {topic} ({communities})
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Format" className={styles.field}>
        <Select value={filter.format} onChange={(_, { value }) => set({ format: value })}>
          <option value="">All formats</option>
          {formats.map((format) => (
            <option key={format} value={format}>
              {formatNames[format]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Stage" className={styles.field}>
        <Select value={filter.stage} onChange={(_, { value }) => set({ stage: value })}>
          <option value="">All living stages</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {stageNames[stage].name}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  );
}
