import { Field, Label, makeStyles, Tab, TabList, Text, Textarea, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { MarkdownText } from './markdown-text.tsx';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  modes: { marginInlineStart: `calc(${tokens.spacingHorizontalS} * -1)` },
  text: { fontFamily: tokens.fontFamilyMonospace, maxHeight: 'none' },
  area: { maxHeight: '70vh' },
  preview: {
    minHeight: '8rem',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly rows: number;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
};

/** A long text in Markdown: written as plain text, previewed as it will be read. */
export function MarkdownField({ label, value, max, rows, onChange, hint, problem }: Props) {
  const styles = useStyles();
  const id = useId();
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const left = max - value.length;
  return (
    <div className={styles.field}>
      <Label htmlFor={`${id}-text`}>{label}</Label>
      <TabList
        className={styles.modes}
        size="small"
        selectedValue={mode}
        aria-label={`${label}: write or preview`}
        onTabSelect={(_, data) => setMode(data.value === 'preview' ? 'preview' : 'write')}
      >
        <Tab value="write" id={`${id}-write`}>
          Write
        </Tab>
        <Tab value="preview" id={`${id}-preview`}>
          Preview
        </Tab>
      </TabList>
      <div role="tabpanel" aria-labelledby={`${id}-${mode}`}>
        <Field
          hint={
            left < max / 10
              ? `${left} characters left`
              : (hint ?? 'Markdown: **bold**, # heading, - list, [link](https://…)')
          }
          {...(problem ? { validationMessage: problem } : {})}
        >
          {mode === 'write' ? (
            <Textarea
              id={`${id}-text`}
              className={styles.area}
              value={value}
              maxLength={max}
              resize="vertical"
              textarea={{ dir: 'auto', rows, className: styles.text }}
              onChange={(_, data) => onChange(data.value)}
            />
          ) : (
            <div className={styles.preview}>
              {value.trim() ? (
                <MarkdownText text={value} topHeading={3} />
              ) : (
                <Text className={styles.quiet}>Nothing to preview yet.</Text>
              )}
            </div>
          )}
        </Field>
      </div>
    </div>
  );
}
