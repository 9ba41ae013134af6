import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { BothSides } from '@copse/core/contracts';
import { practiceLimits as limits } from '@copse/core/vocabulary';
import { MarkdownField } from '../../parts/markdown-field.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export type MergedText = { readonly title: string; readonly context: string; readonly body: string };
type Props = { readonly text: MergedText; readonly sides: BothSides; readonly onChange: (text: MergedText) => void };

/** A text made of the practice and its page, begun with either. */
export function MergedFields({ text, sides: { practice, page }, onChange }: Props) {
  const styles = useStyles();
  const { title, context, body } = text;
  const { title: pageTitle, context: pageContext, body: pageBody } = page;
  return (
    <div className={styles.all}>
      <div className={styles.buttons} role="group" aria-label="Begin with">
        <Button
          size="small"
          onClick={() => onChange({ title: practice.title, context: practice.context, body: practice.body })}
        >
          Begin with the practice’s text
        </Button>
        {pageBody !== undefined && (
          <Button
            size="small"
            onClick={() => onChange({ title: pageTitle, context: pageContext ?? '', body: pageBody })}
          >
            Begin with the page’s text
          </Button>
        )}
      </div>
      <Field label="Title" required>
        <Input
          value={title}
          maxLength={limits.title}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => onChange({ ...text, title: value })}
        />
      </Field>
      <MarkdownField
        label="What it is good for"
        value={context}
        max={limits.context}
        rows={4}
        onChange={(next) => onChange({ ...text, context: next })}
      />
      <MarkdownField
        label="The practice"
        value={body}
        max={limits.body}
        rows={16}
        onChange={(next) => onChange({ ...text, body: next })}
      />
    </div>
  );
}
