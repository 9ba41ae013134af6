import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { PersonCard } from '@copse/core/contracts';
import { gatheringLimits } from '@copse/core/vocabulary';
import { PersonPicker } from '../person-picker.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

type Props = {
  readonly hosts: readonly PersonCard[];
  readonly rotates: boolean;
  readonly recurs: boolean;
  /** What is said where there are none yet. */
  readonly whenNone?: string;
  readonly onChange: (hosts: readonly PersonCard[], rotates: boolean) => void;
};

/** Who hosts, in the order in which they take turns. */
export function HostsField({ hosts, rotates, recurs, whenNone = 'Without any, you host it.', onChange }: Props) {
  const styles = useStyles();
  const without = (one: PersonCard) => hosts.filter(({ id }) => id !== one.id);
  return (
    <div className={styles.all}>
      <PersonPicker
        key={hosts.length}
        label="Hosts"
        hint={hosts.length === 0 ? whenNone : 'Add another, or take one away below.'}
        chosen={undefined}
        except={hosts.map(({ id }) => id)}
        onChoose={(person) => person && hosts.length < gatheringLimits.hosts && onChange([...hosts, person], rotates)}
      />
      {hosts.length > 0 && (
        <ol className={styles.list} aria-label="Hosts, in their order">
          {hosts.map((host) => (
            <li key={host.id}>
              <Button
                size="small"
                icon={<DismissRegular />}
                iconPosition="after"
                aria-label={`Take ${host.name} away`}
                onClick={() => onChange(without(host), rotates)}
              >
                <Text>{host.name}</Text>
              </Button>
            </li>
          ))}
        </ol>
      )}
      {recurs && hosts.length > 1 && (
        <Checkbox
          label="They take turns, one for each date"
          checked={rotates}
          onChange={(_, { checked }) => onChange(hosts, checked === true)}
        />
      )}
    </div>
  );
}
