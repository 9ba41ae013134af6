import { useMe } from '../../shell/see-me.ts';

const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** The zone by whose clock times are shown: that of the profile, and until it is known that of the device. */
export function useMyZone(): string {
  const me = useMe();
  return me.data?.timeZone ?? deviceZone();
}
