/** Addresses that a card may lead to. All of them open inside Teams. */
export type Links = {
  /** A page of the tab by its route: `home`, `communities/<id>`, `practices/<id>`, `questions/<id>`, `gatherings/<id>`. */
  readonly page: (route: string) => string;
  /** The private chat with the bot. */
  readonly chat: string;
  /** What one of our public links leads to; nothing for any other address. */
  readonly subjectOf: (url: string) => Subject | undefined;
};

export type Subject = { readonly kind: 'communities' | 'practices' | 'questions' | 'gatherings'; readonly id: string };

const PUBLIC = /^(?:communities|practices|questions|gatherings)\/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;
const OPEN =
  /^\/open\/(communities|practices|questions|gatherings)\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\/?$/i;

/** Builds Teams deep links; people without Teams at hand land on the service's public page of the same thing. */
export function linksFor({
  teamsAppId,
  publicUrl,
  appId,
}: {
  teamsAppId: string;
  publicUrl: string;
  appId: string;
}): Links {
  const base = publicUrl.replace(/\/$/, '');
  const prefix = URL.parse(publicUrl)?.pathname.replace(/\/$/, '') ?? '';
  return {
    page: (route) => {
      const webUrl = PUBLIC.exec(route)?.[0];
      const query = [
        ...(webUrl ? [`webUrl=${encodeURIComponent(`${base}/open/${webUrl}`)}`] : []),
        `context=${encodeURIComponent(JSON.stringify({ subEntityId: route }))}`,
      ];
      return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/home?${query.join('&')}`;
    },
    chat: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(`28:${appId}`)}`,
    subjectOf: (address) => {
      const url = URL.parse(address);
      if (url?.origin !== URL.parse(publicUrl)?.origin) return undefined;
      const [, kind, id] = OPEN.exec(url?.pathname.slice(prefix.length) ?? '') ?? [];
      return kind && id ? { kind: kind.toLowerCase() as Subject['kind'], id: id.toLowerCase() } : undefined;
    },
  };
}
