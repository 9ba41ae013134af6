import {
  Field,
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  makeStyles,
  Select,
  TagGroup,
  tokens,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { useSession } from '../../shell/session.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** The languages offered; any other tag that somebody has stays and is shown by its name. */
const offered =
  'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk kn ko lt lv mk ml mr ms mt nb ne nl pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh zu'.split(
    ' ',
  );

type Props = {
  readonly languages: readonly string[];
  readonly max: number;
  readonly onChange: (languages: string[]) => void;
};

/** The languages somebody works in, each by its own name. */
export function LanguagesField({ languages, max, onChange }: Props) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const nameOf = useMemo(() => {
    const names = new Intl.DisplayNames([locale, 'en'], { type: 'language' });
    return (tag: string) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    };
  }, [locale]);
  const left = offered
    .filter((tag) => !languages.includes(tag))
    .map((tag) => ({ tag, name: nameOf(tag) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));

  return (
    <div className={styles.all}>
      <Field label="Languages">
        <Select
          value=""
          disabled={languages.length >= max}
          onChange={(_, { value }) => value && onChange([...languages, value])}
        >
          <option value="">Add a language</option>
          {left.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {languages.length > 0 && (
        <TagGroup
          className={styles.tags}
          size="small"
          aria-label="Languages: chosen"
          onDismiss={(_, { value }) => onChange(languages.filter((tag) => tag !== value))}
        >
          {languages.map((tag) => (
            <InteractionTag key={tag} value={tag} shape="circular">
              <InteractionTagPrimary hasSecondaryAction>{nameOf(tag)}</InteractionTagPrimary>
              <InteractionTagSecondary aria-label={`Remove ${nameOf(tag)}`} />
            </InteractionTag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
