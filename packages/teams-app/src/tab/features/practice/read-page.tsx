import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import type { PracticeView } from '@copse/core/contracts';
import { useLocation } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { ItemMenu } from '../../parts/moderation/item-menu.tsx';
import { Section } from '../../parts/section.tsx';
import { ShareButton } from '../../parts/share-button.tsx';
import { Page } from '../../shell/page.tsx';
import { Adoptions } from './adoptions.tsx';
import { Credits } from './credits.tsx';
import { Endorsements } from './endorsements.tsx';
import { LifeSteps } from './life-steps.tsx';
import { Particulars } from './particulars.tsx';
import { Publication } from './publication.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(16rem, 20rem)',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
  context: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    // Seen in high contrast only, where grounds are all the same.
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** A practice, set to be read; what can be done about it stands beside. */
export function ReadPage({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { id, title, community, context, body, abilities } = practice;
  return (
    <Page
      title={title}
      crumbs={[
        { label: 'Discover', path: '/discover' },
        { label: community.name, path: `/communities/${community.id}/practices` },
      ]}
      lead={<Particulars practice={practice} />}
      actions={
        <>
          {abilities.edit && (
            <Button icon={<EditRegular />} onClick={() => navigate(`/practices/${id}/edit`)}>
              Edit
            </Button>
          )}
          <Button icon={<HistoryRegular />} onClick={() => navigate(`/practices/${id}/history`)}>
            History
          </Button>
          <ShareButton path={`/practices/${id}`} label={title} />
          <ItemMenu
            framed
            label="More about the practice"
            subject={{ kind: 'practice', id }}
            report={abilities.report}
            moderate={false}
            hidden={false}
            masked={false}
          />
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          {context.trim() && (
            <div className={styles.context}>
              <Section title="What it is good for">
                <MarkdownText text={context} topHeading={3} />
              </Section>
            </div>
          )}
          <Section title="The practice">
            {body.trim() ? (
              <MarkdownText text={body} topHeading={3} />
            ) : (
              <Empty title="Not written yet">
                {abilities.edit
                  ? 'Choose “Edit” and describe what one does, step by step. Then propose it.'
                  : 'Its author has not described it yet.'}
              </Empty>
            )}
          </Section>
          <Adoptions practice={practice} />
        </div>
        <aside className={styles.column} aria-label="About this practice">
          <LifeSteps practice={practice} />
          <Publication practice={practice} />
          <Endorsements practice={practice} />
          <Credits practice={practice} />
        </aside>
      </div>
    </Page>
  );
}
