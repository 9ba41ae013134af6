import { Button, Text } from '@fluentui/react-components';
import type { PersonView } from '@copse/core/contracts';
import { useBringTogether } from '../../parts/introductions/bring-together.ts';
import { KeepApart } from '../../parts/introductions/keep-apart.tsx';
import { useMyIntroductions } from '../../parts/introductions/see-introductions.ts';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useMe } from '../../shell/see-me.ts';

/** Whether communities may introduce the viewer to this person; of oneself there is nothing to say. */
export function Apart({ person: { id, name } }: { person: PersonView }) {
  const me = useMe();
  const mine = useMyIntroductions();
  const notices = useNotices();
  const bring = useBringTogether(() => notices.done(`${name} may be introduced to you.`));
  const [first] = mine.data?.pages ?? [];
  if (!first || !me.data || me.data.id === id) return null;
  const apart = first.keptApart.some((one) => one.id === id);
  return (
    <Section title="Introductions">
      {apart && <Text>No community introduces you to {name}. Only you see that.</Text>}
      <div>
        {apart ? (
          <Button size="small" disabledFocusable={bring.isPending} onClick={() => bring.mutate(id)}>
            May be introduced
          </Button>
        ) : (
          <KeepApart id={id} name={name} undo="here, or on the page “Me”" />
        )}
      </div>
      {bring.error !== null && <Problem error={bring.error} />}
    </Section>
  );
}
