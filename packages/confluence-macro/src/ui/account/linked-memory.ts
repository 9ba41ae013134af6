const key = (accountId: string) => `copse.linked.${accountId}`;

/** Whether this browser has seen that the account is linked; then macros stop offering it. A convenience, never a right. */
export function knowsLinked(accountId: string): boolean {
  try {
    return localStorage.getItem(key(accountId)) === 'yes';
  } catch {
    return false;
  }
}

export function rememberLinked(accountId: string, linked: boolean): void {
  try {
    if (linked) localStorage.setItem(key(accountId), 'yes');
    else localStorage.removeItem(key(accountId));
  } catch {
    // A browser that keeps nothing only means that the offer is shown again.
  }
}
