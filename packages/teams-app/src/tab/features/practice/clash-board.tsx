import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Section } from '../../parts/section.tsx';
import type { PracticeField, PracticeForm } from './edit-form.ts';

export type Clash = { readonly fields: readonly PracticeField[]; readonly theirs: PracticeForm };

const useStyles = makeStyles({
  board: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(18rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  text: {
    alignSelf: 'stretch',
    boxSizing: 'border-box',
    maxHeight: '20rem',
    overflow: 'auto',
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const names: Record<PracticeField, string> = {
  title: 'Title',
  context: 'What it is good for',
  body: 'The practice',
  topics: 'Topics',
  visibility: 'Who may read it',
  reviewBy: 'Review date',
  owner: 'Owner',
};

type Props = {
  readonly clash: Clash;
  readonly mine: PracticeForm;
  readonly onTake: (field: PracticeField, theirs: PracticeForm) => void;
};

/** After a lost race: what both changed stands side by side, and this person decides field by field. */
export function ClashBoard({ clash: { fields, theirs }, mine, onTake }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.board}>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>Somebody saved before you</MessageBarTitle>{' '}
          {fields.length === 0
            ? 'You changed different things, so both fit together below. Look it over and save.'
            : 'You both changed what stands below. Your words are in the form; take theirs where they are better, then save.'}
        </MessageBarBody>
      </MessageBar>
      {fields.map((field) => (
        <Section key={field} inner title={names[field]}>
          <div className={styles.sides}>
            <Side label="Theirs, saved" text={textOf(theirs, field)}>
              <Button size="small" onClick={() => onTake(field, theirs)} aria-label={`Take theirs: ${names[field]}`}>
                Take theirs
              </Button>
            </Side>
            <Side label="Yours, not saved yet" text={textOf(mine, field)} />
          </div>
        </Section>
      ))}
    </div>
  );
}

function Side({ label, text, children }: { label: string; text: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.side}>
      <Text weight="semibold">{label}</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keyboard */}
      <section className={styles.text} dir="auto" tabIndex={0} aria-label={label}>
        {text || '(empty)'}
      </section>
      {children}
    </div>
  );
}

const textOf = (form: PracticeForm, field: PracticeField): string => {
  if (field === 'owner') return form.owner.name;
  const value = form[field];
  return typeof value === 'string' ? value : value.join(', ');
};
