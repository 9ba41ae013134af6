import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReportedItem } from '@copse/core/contracts';
import { PlaceLink } from '../place-link.tsx';

const useStyles = makeStyles({
  excerpt: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    overflowWrap: 'anywhere',
  },
});

const placeOf = { question: 'questions', practice: 'practices', gathering: 'gatherings' } as const;

/** What stewards decide about: where it stands, and its own words. */
export function ItemWords({ title, excerpt, link }: Pick<ReportedItem, 'title' | 'excerpt' | 'link'>) {
  const styles = useStyles();
  return (
    <>
      <PlaceLink to={`/${placeOf[link.kind]}/${link.id}`}>
        <bdi>{title}</bdi>
      </PlaceLink>
      {excerpt && (
        <blockquote className={styles.excerpt} dir="auto">
          {excerpt}
        </blockquote>
      )}
    </>
  );
}
