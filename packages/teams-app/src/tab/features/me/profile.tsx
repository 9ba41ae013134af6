import { Button, Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { MeView } from '@copse/core/contracts';
import { profileLimits as limits, type SkillLevel } from '@copse/core/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useDraft } from '../../shell/draft.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { fieldMessage, isRefusal } from '../../lib/say.ts';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { Section } from '../../parts/section.tsx';
import { TopicsField } from '../../parts/topics-field.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEditProfile } from './edit-profile.ts';
import { LanguagesField } from './languages-field.tsx';
import {
  formOf,
  moveSkills,
  profileBody,
  type ProfileForm,
  profileProblems,
  type ProfileProblems,
} from './profile-form.ts';
import { WorkingTime } from './working-time.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  pair: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  save: { alignSelf: 'flex-start' },
});

const skillFields: readonly (readonly [SkillLevel, string, string])[] = [
  ['practises', 'I practise', 'What you do in your work.'],
  ['can-teach', 'I can teach', 'What colleagues may ask you about.'],
  ['wants-to-learn', 'I want to learn', 'What you would like to be better at.'],
];

/** Who somebody is to their colleagues. Nothing but the name has to be told. */
export function Profile({ me }: { me: MeView }) {
  const styles = useStyles();
  const draft = useDraft<ProfileForm>('profile', formOf(me));
  const [problems, setProblems] = useState<ProfileProblems>({});
  const notices = useNotices();
  const edit = useEditProfile(() => {
    draft.settle();
    notices.done('Your profile is saved.');
  });
  const queries = useQueryClient();
  const form = draft.value;
  const set = (part: Partial<ProfileForm>) => draft.change({ ...form, ...part });
  const refused = (field: string) => fieldMessage(edit.error, field);
  const nameProblem = problems.name ?? refused('name');

  const save = (event: FormEvent) => {
    event.preventDefault();
    const open = profileProblems(form);
    setProblems(open);
    if (Object.keys(open).length === 0) {
      edit.mutate(
        { body: profileBody(form), revision: me.revision },
        // Saved on another device meanwhile: with the newer revision, saving again goes through.
        {
          onError: (error) =>
            isRefusal(error, 'changed-meanwhile') && void queries.invalidateQueries({ queryKey: queryKeys.me }),
        },
      );
    }
  };

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Section title="Profile">
        <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(formOf(me))} />
        <div className={styles.pair}>
          <Field label="Name" required {...(nameProblem ? { validationMessage: nameProblem } : {})}>
            <Input
              value={form.name}
              maxLength={limits.name}
              autoComplete="name"
              input={{ dir: 'auto' }}
              onChange={(_, { value }) => set({ name: value })}
            />
          </Field>
          <Field label="Affiliation" hint="Your department or organisation.">
            <Input
              value={form.affiliation}
              maxLength={limits.affiliation}
              input={{ dir: 'auto' }}
              onChange={(_, { value }) => set({ affiliation: value })}
            />
          </Field>
          <Field label="Team" hint={teamHint(me)}>
            <Input
              value={form.team}
              maxLength={limits.team}
              input={{ dir: 'auto' }}
              onChange={(_, { value }) => set({ team: value })}
            />
          </Field>
        </div>
        {me.serviceAccount && (
          <Text>
            This account is marked as a service account, so it is introduced to nobody, is no mentor and no peer of a
            circle, and is asked nothing. If you are a person, ask an administrator of your organisation to change that.
          </Text>
        )}
        <WorkingTime form={form} problem={problems.hours ?? refused('workingHours')} onChange={set} />
        <LanguagesField
          languages={form.languages}
          max={limits.languages}
          onChange={(languages) => set({ languages })}
        />
      </Section>
      <Section title="Interests and skills">
        <TopicsField
          label="My interests"
          hint="What you care about. Enter or a comma after each."
          topics={form.interests}
          max={limits.interests}
          problem={refused('interests')}
          onChange={(interests) => set({ interests })}
        />
        {skillFields.map(([level, label, hint]) => (
          <TopicsField
            key={level}
            label={label}
            hint={hint}
            topics={form.skills[level]}
            max={limits.skills}
            problem={level === 'practises' ? refused('skills') : undefined}
            onChange={(topics) => set({ skills: moveSkills(form.skills, level, topics) })}
          />
        ))}
        <Field label="My current challenge" hint="One sentence; somebody may have solved it already.">
          <Textarea
            value={form.challenge}
            maxLength={limits.challenge}
            resize="vertical"
            textarea={{ dir: 'auto' }}
            onChange={(_, { value }) => set({ challenge: value })}
          />
        </Field>
      </Section>
      {edit.isError && <Problem error={edit.error} />}
      <Button type="submit" appearance="primary" className={styles.save} disabledFocusable={edit.isPending}>
        {edit.isPending ? 'Saving…' : 'Save profile'}
      </Button>
    </form>
  );
}

/** What a team is for, and which manager the directory names. */
function teamHint({ manager }: MeView): string {
  const use = 'Introductions lead beyond your team, and nobody of it is proposed as your mentor';
  return manager ? `${use}; nor is ${manager.name}, your manager in the directory.` : `${use}.`;
}
