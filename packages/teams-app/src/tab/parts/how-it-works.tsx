import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  ground: { maxWidth: '72ch', marginInlineStart: `calc(${tokens.spacingHorizontalM} * -1)` },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
});

type Props = {
  readonly title: string;
  readonly steps: readonly string[];
  /** What the viewer can do about it beyond taking part. */
  readonly more?: string | false | undefined;
  /** For somebody to whom it is new; everybody else opens it when they want to read it. */
  readonly open?: boolean;
  /** By what it stands under. */
  readonly heading?: 'h2' | 'h3';
};

/** The help that stands where it is needed: what to do, in order, and what one may count on. */
export function HowItWorks({ title, steps, more, open = false, heading = 'h3' }: Props) {
  const styles = useStyles();
  return (
    <Accordion collapsible defaultOpenItems={open ? ['steps'] : []} className={styles.ground}>
      <AccordionItem value="steps">
        <AccordionHeader as={heading}>{title}</AccordionHeader>
        <AccordionPanel>
          <ol className={styles.steps}>
            {[...steps, ...(more ? [more] : [])].map((step) => (
              <li key={step}>
                <Text>{step}</Text>
              </li>
            ))}
          </ol>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
