/** What the tab must know before anybody has signed in. Nothing in it is private. */
export type HostSettings = {
  readonly teamsAppId?: string;
  readonly publicUrl: string;
  /** Origins other than Microsoft's that may hold the tab (the local workbench). */
  readonly hostOrigins: readonly string[];
};

/**
 * Asks the service, and does without after two seconds: inside Teams itself the tab works without an answer.
 * Never throws.
 */
export async function loadHostSettings(): Promise<HostSettings> {
  const fallback: HostSettings = { publicUrl: location.origin, hostOrigins: [] };
  try {
    const response = await fetch('settings.json', { signal: AbortSignal.timeout(2000) });
    if (!response.ok) return fallback;
    return { ...fallback, ...((await response.json()) as Partial<HostSettings>) };
  } catch {
    return fallback;
  }
}
