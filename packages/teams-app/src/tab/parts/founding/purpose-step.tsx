import {
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { communityLimits } from '@copse/core/vocabulary';
import { PlaceLink } from '../place-link.tsx';
import { TopicsField } from '../topics-field.tsx';
import { useSimilar } from './find-similar.ts';
import type { Founding, FoundingProblems } from './founding.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  list: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: '1.2em' },
});

type Props = {
  readonly founding: Founding;
  readonly problems: FoundingProblems;
  readonly onChange: (change: Partial<Founding>) => void;
};

export function PurposeStep({ founding: { name, purpose, topics }, problems, onChange }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <Field label="Name" required {...(problems.name ? { validationMessage: problems.name } : {})}>
        <Input
          value={name}
          maxLength={communityLimits.name}
          autoComplete="off"
          input={{ dir: 'auto' }}
          onChange={(_, data) => onChange({ name: data.value })}
        />
      </Field>
      <Field
        label="Purpose"
        hint="One or two sentences: what do people learn to do better here?"
        required
        {...(problems.purpose ? { validationMessage: problems.purpose } : {})}
      >
        <Textarea
          value={purpose}
          maxLength={communityLimits.purpose}
          resize="vertical"
          textarea={{ dir: 'auto' }}
          onChange={(_, data) => onChange({ purpose: data.value })}
        />
      </Field>
      <TopicsField
        label="Topics"
        hint="Words by which people will find it. Enter or a comma after each."
        topics={topics}
        max={communityLimits.topics}
        onChange={(next) => onChange({ topics: next })}
      />
      <NearDuplicates name={name} purpose={purpose} topics={topics} />
    </div>
  );
}

/** Says so when something close exists: joining may serve better than founding. Founding stays possible. */
function NearDuplicates(founding: Pick<Founding, 'name' | 'purpose' | 'topics'>) {
  const styles = useStyles();
  const similar = useSimilar(founding);
  const items = similar.data?.items ?? [];
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Something close exists already</MessageBarTitle>
            Joining it may bring you together sooner than founding another one.
            <ul className={styles.list}>
              {items.slice(0, 3).map(({ community, because }) => (
                <li key={community.id}>
                  <PlaceLink to={`/communities/${community.id}`}>
                    <bdi>{community.name}</bdi>
                  </PlaceLink>
                  {': '}
                  {because}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
