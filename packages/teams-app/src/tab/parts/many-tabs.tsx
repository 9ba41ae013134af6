import { makeStyles, Overflow, OverflowItem, Tab, TabList, tokens, useOverflowCount } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';

const MoreTabs = lazy(() => import(/* webpackChunkName: "more-tabs" */ './more-tabs.tsx'));

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    overflow: 'hidden',
    // The first word of a tab stands above the first word of its page, and the ring of the focus is not cut off.
    marginInlineStart: `calc(${tokens.spacingHorizontalM} * -1)`,
    paddingBlock: tokens.strokeWidthThick,
    marginBlock: `calc(${tokens.strokeWidthThick} * -1)`,
  },
  tab: { flexShrink: 0 },
});

export type TabChoice = { readonly value: string; readonly label: string };

type Props = {
  readonly tabs: readonly TabChoice[];
  readonly selected: string;
  readonly onSelect: (value: string) => void;
  readonly label: string;
  readonly size?: 'small' | 'medium';
};

/**
 * Tabs in one line, however narrow the pane: those that do not fit stand in a menu at the end, the open one never.
 * Each tab has the id `tab-<value>`, for its panel to be named by.
 */
export function ManyTabs({ tabs, selected, onSelect, label, size = 'medium' }: Props) {
  const styles = useStyles();
  return (
    <Overflow minimumVisible={1} padding={8}>
      <div className={styles.row}>
        <TabList
          size={size}
          selectedValue={selected}
          onTabSelect={(_, { value }) => onSelect(String(value))}
          aria-label={label}
        >
          {tabs.map((tab) => (
            <OverflowItem key={tab.value} id={tab.value} priority={tab.value === selected ? 2 : 1}>
              <Tab value={tab.value} id={`tab-${tab.value}`} className={styles.tab}>
                {tab.label}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <WhatDoesNotFit tabs={tabs} onSelect={onSelect} size={size} />
      </div>
    </Overflow>
  );
}

function WhatDoesNotFit(props: Pick<Props, 'tabs' | 'onSelect' | 'size'>) {
  const hidden = useOverflowCount();
  if (hidden === 0) return null;
  return (
    <Suspense>
      <MoreTabs {...props} />
    </Suspense>
  );
}
