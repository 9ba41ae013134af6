import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import {
  communityLimits as limits,
  entries,
  entryNames,
  type Entry,
  type Format,
  formatNames,
  formats,
  type Reach,
  reaches,
  reachNames,
} from '@copse/core/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useDraft } from '../../shell/draft.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { fieldMessage, isRefusal } from '../../lib/say.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { TopicsField } from '../../parts/topics-field.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useSession } from '../../shell/session.tsx';
import { useEditCommunity } from './edit-community.ts';
import { changesOf, type CommunityForm, formOf, takeOver } from './edit-form.ts';

type TextName = 'name' | 'purpose' | 'domain' | 'practice' | 'charter' | 'welcome' | 'cadence' | 'steps';
type TextSpec = {
  readonly name: TextName;
  readonly label: string;
  readonly hint?: string;
  readonly max: number;
  readonly lines: number;
};

const texts: readonly TextSpec[] = [
  { name: 'name', label: 'Name', max: limits.name, lines: 1 },
  { name: 'purpose', label: 'Purpose', hint: 'One or two sentences.', max: limits.purpose, lines: 2 },
  { name: 'domain', label: 'Domain', hint: 'What do you care about? Markdown.', max: limits.domain, lines: 3 },
  {
    name: 'practice',
    label: 'Practice',
    hint: 'What do you do and share together? Markdown.',
    max: limits.practice,
    lines: 3,
  },
  {
    name: 'steps',
    label: 'Next steps',
    hint: 'One on each line.',
    max: limits.firstSteps * limits.firstStep,
    lines: 4,
  },
  {
    name: 'charter',
    label: 'Charter',
    hint: 'How do you treat each other and decide? Markdown.',
    max: limits.charter,
    lines: 6,
  },
  { name: 'welcome', label: 'Welcome', hint: 'What new members read first. Markdown.', max: limits.welcome, lines: 3 },
  { name: 'cadence', label: 'Rhythm', hint: 'How often do you come together?', max: limits.cadence, lines: 1 },
];

/** The form, and the community as it was read when the editing began. */
type Editing = { readonly base: CommunityView; readonly form: CommunityForm };

/** Edits what the community says about itself. What is typed is kept on the device until it is saved or thrown away. */
export default function EditDialog({ community, onClose }: { community: CommunityView; onClose: () => void }) {
  const { id } = community;
  const begin = (base: CommunityView): Editing => ({ base, form: formOf(base) });
  const draft = useDraft<Editing>(`community.${id}`, begin(community));
  const notices = useNotices();
  const { api } = useSession();
  const queries = useQueryClient();
  const edit = useEditCommunity(id, () => {
    draft.settle();
    notices.done('Saved.');
    onClose();
  });
  const { base, form } = draft.value;
  const set = (change: Partial<CommunityForm>) => draft.change({ base, form: { ...form, ...change } });
  const body = changesOf(base, form);
  const stale = isRefusal(edit.error, 'changed-meanwhile');

  /** Takes over what others saved, except in the fields that were changed here. */
  const merge = async () => {
    try {
      const latest = await api.get<CommunityView>(`/communities/${id}`);
      queries.setQueryData(queryKeys.community(id), latest);
      draft.change({ base: latest, form: takeOver(base, form, latest) });
      edit.reset();
    } catch (error) {
      notices.failed(error, 'The latest version could not be fetched');
    }
  };

  return (
    <FormDialog
      title={`Edit ${community.name}`}
      action="Save"
      ready={Object.keys(body).length > 0}
      busy={edit.isPending}
      error={edit.error}
      onConfirm={() => edit.mutate({ body, revision: base.revision })}
      onClose={onClose}
    >
      {stale && <Button onClick={() => void merge()}>Take over their changes and keep mine</Button>}
      <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(begin(community))} />
      {texts.map(({ name, label, hint, max, lines }) => {
        const problem = fieldMessage(edit.error, name === 'steps' ? 'firstSteps' : name);
        return (
          <Field
            key={name}
            label={label}
            {...(hint ? { hint } : {})}
            {...(problem ? { validationMessage: problem } : {})}
          >
            {lines === 1 ? (
              <Input
                value={form[name]}
                maxLength={max}
                input={{ dir: 'auto' }}
                onChange={(_, { value }) => set({ [name]: value })}
              />
            ) : (
              <Textarea
                value={form[name]}
                maxLength={max}
                rows={lines}
                resize="vertical"
                textarea={{ dir: 'auto' }}
                onChange={(_, { value }) => set({ [name]: value })}
              />
            )}
          </Field>
        );
      })}
      <TopicsField
        label="Topics"
        topics={form.topics}
        max={limits.topics}
        problem={fieldMessage(edit.error, 'topics')}
        onChange={(topics) => set({ topics })}
      />
      <Field label="Format">
        <Select value={form.format} onChange={(_, { value }) => set({ format: value as Format })}>
          {formats.map((one) => (
            <option key={one} value={one}>
              {formatNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Who may join">
        <Select value={form.visibility} onChange={(_, { value }) => set({ visibility: value as Entry })}>
          {entries.map((one) => (
            <option key={one} value={one}>
              {entryNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Reach">
        <Select value={form.reach} onChange={(_, { value }) => set({ reach: value as Reach })}>
          {reaches.map((one) => (
            <option key={one} value={one}>
              {reachNames[one]}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}
