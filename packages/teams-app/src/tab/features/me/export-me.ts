import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../shell/session.tsx';

/** Fetches everything that is held about this person and hands it over as a file. */
export function useExportMe() {
  const api = useApi();
  return useMutation({
    mutationFn: async () => {
      const file = await api.file('/me/export');
      const address = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = address;
      link.download = 'copse-my-data.json';
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
}
