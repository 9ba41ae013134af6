import type { InvitationView, OccurrenceView } from '@copse/core/contracts';
import { search } from '../../lib/query-keys.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useSession } from '../../shell/session.tsx';

/** Saves the gathering as a file that calendars open. */
export function useInvitation({ id }: Pick<OccurrenceView, 'id'>) {
  const { api, settings } = useSession();
  const notices = useNotices();
  return async () => {
    try {
      const page = new URL(`/open/gatherings/${id}`, settings.publicUrl).href;
      const { fileName, calendar } = await api.get<InvitationView>(`/occurrences/${id}/invitation${search({ page })}`);
      const address = URL.createObjectURL(new Blob([calendar], { type: 'text/calendar' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(address);
      notices.done('Saved. Open the file to add it to your calendar.');
    } catch (error) {
      notices.failed(error, 'The file could not be made');
    }
  };
}
