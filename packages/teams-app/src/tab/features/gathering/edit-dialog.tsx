import { Text } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { isRefusal } from '../../lib/say.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { FairHours } from '../../parts/gatherings/fair-hours.tsx';
import { GatheringFields } from '../../parts/gatherings/gathering-fields.tsx';
import { editOf, formOf, type GatheringForm, keepMine } from '../../parts/gatherings/gathering-form.ts';
import { timingOf } from '../../parts/gatherings/timing-form.ts';
import { SavedMeanwhile } from '../../parts/saved-meanwhile.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useApi } from '../../shell/session.tsx';
import { useEditGathering } from './edit-gathering.ts';

type Writing = { readonly base: GatheringForm; readonly revision: number; readonly form: GatheringForm };

/** Changes a gathering or a whole series. Whoever saves second keeps what they typed and sees that the rest is new. */
export default function EditDialog({ date, onClose }: { date: OccurrenceView; onClose: () => void }) {
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [writing, setWriting] = useState((): Writing => {
    const base = formOf(date);
    return { base, revision: date.series.revision, form: base };
  });
  const [met, setMet] = useState(false);
  const { base, revision, form } = writing;
  const set = (part: Partial<GatheringForm>) => setWriting({ ...writing, form: { ...form, ...part } });
  const series = date.recurs !== undefined;
  const edit = useEditGathering(date.gatheringId, (next) => {
    notices.done(series ? 'The series is changed.' : 'It is changed.');
    onClose();
    // A new rhythm may have taken this very date away; the answer is the next one that there is.
    if (next.id === date.id) return;
    void queries.invalidateQueries({ queryKey: queryKeys.gathering(date.id), refetchType: 'none' });
    navigate(`/gatherings/${next.id}`);
  });

  /** Somebody saved first: fetch theirs and keep mine on top. */
  const meet = async () => {
    try {
      const latest = await api.get<OccurrenceView>(`/occurrences/${date.id}`);
      const theirs = formOf(latest);
      setWriting({ base: theirs, revision: latest.series.revision, form: keepMine(base, form, theirs) });
      setMet(true);
      edit.reset();
    } catch (error) {
      notices.failed(error, 'The latest version could not be fetched');
    }
  };
  const save = () => {
    const body = editOf(base, form);
    if (Object.keys(body).length === 0) return onClose();
    setMet(false);
    return edit.mutate(
      { body, revision },
      {
        onError: (error) => {
          if (isRefusal(error, 'changed-meanwhile')) void meet();
        },
      },
    );
  };
  const hosted = form.hosts.length > 0 || base.hosts.length === 0;
  return (
    <FormDialog
      title={series ? 'Change the whole series' : 'Change the gathering'}
      action="Save"
      ready={form.title.trim().length >= 3 && timingOf(form.when) !== undefined && hosted}
      busy={edit.isPending}
      error={isRefusal(edit.error, 'changed-meanwhile') ? null : edit.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Text>
        {series
          ? 'All dates to come change; what has been stays as it was. A date that you moved by itself keeps its own time, unless the series gets another time or day: then it goes by that. Whoever comes is told of a new time or place.'
          : 'Whoever comes is told of a new time or place.'}
      </Text>
      <GatheringFields form={form} error={edit.error} runs onChange={set}>
        <FairHours
          communityId={date.community.id}
          gatheringId={date.gatheringId}
          when={form.when}
          onTake={(when) => set({ when })}
        />
      </GatheringFields>
      {met && <SavedMeanwhile kept="What you changed is still here, and the rest is theirs now." />}
    </FormDialog>
  );
}
