import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { questionStateNames, questionStates } from '@copse/core/vocabulary';
import { allQuestions, type QuestionFilter } from './list-questions.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    alignItems: 'end',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(8rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  // A list of long words would else be as wide as the longest.
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { width: '100%', minWidth: 0 },
  clear: { justifySelf: 'start' },
});

type Props = { readonly filter: QuestionFilter; readonly onChange: (filter: QuestionFilter) => void };

/** Which questions to show. */
export function QuestionFilters({ filter, onChange }: Props) {
  const styles = useStyles();
  const set = (part: Partial<QuestionFilter>) => onChange({ ...filter, ...part });
  const filtered = Object.entries(allQuestions).some(([name, usual]) => filter[name as keyof QuestionFilter] !== usual);
  return (
    <search className={styles.row}>
      <Field label="Show" className={styles.field}>
        <Select value={filter.show} onChange={(_, { value }) => set({ show: value as QuestionFilter['show'] })}>
          <option value="">All questions</option>
          <option value="unsolved">Unsolved: help is wanted</option>
          {questionStates.map((state) => (
            <option key={state} value={state}>
              {questionStateNames[state].name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Whose" className={styles.field}>
        <Select value={filter.mine} onChange={(_, { value }) => set({ mine: value as QuestionFilter['mine'] })}>
          <option value="">Everyone’s</option>
          <option value="asked">That I asked</option>
          <option value="answered">That I answered</option>
        </Select>
      </Field>
      <Field label="Topic" className={styles.field}>
        <Input
          className={styles.wide}
          value={filter.topic}
          maxLength={40}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => set({ topic: value })}
        />
      </Field>
      <Field label="Order" className={styles.field}>
        <Select value={filter.sort} onChange={(_, { value }) => set({ sort: value as QuestionFilter['sort'] })}>
          <option value="active">Last active</option>
          <option value="newest">Newest</option>
          <option value="me-too">Most people have it</option>
        </Select>
      </Field>
      {filtered && (
        <Button className={styles.clear} onClick={() => onChange(allQuestions)}>
          Show all
        </Button>
      )}
    </search>
  );
}
