/** Addresses that a card may lead to. All of them open inside Teams. */
export type Links = {
  /** A page of the tab by its route: `home`, `communities/<id>`, `practices/<id>`. */
  readonly page: (route: string) => string;
  /** The private chat with the bot. */
  readonly chat: string;
};

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
  return {
    page: (route) => {
      const webUrl = /^(?:communities|practices)\/[^/]+/.exec(route)?.[0];
      const query = [
        ...(webUrl ? [`webUrl=${encodeURIComponent(`${publicUrl.replace(/\/$/, '')}/open/${webUrl}`)}`] : []),
        `context=${encodeURIComponent(JSON.stringify({ subEntityId: route }))}`,
      ];
      return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/home?${query.join('&')}`;
    },
    chat: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(`28:${appId}`)}`,
  };
}
