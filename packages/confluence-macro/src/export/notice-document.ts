import { type AdfNode, panel, paragraph, text } from './adf.ts';
import { documentOf, linked, said } from './document.ts';

/** Why there is nothing to export, in the words of a reader of paper, with the way to the living thing where we know it. */
export function noticeDocument(reason: string, href: string | undefined): AdfNode {
  const words =
    notices.get(reason) ?? 'Copse could not be reached when this was exported. Export the page again in a moment.';
  return documentOf([
    panel({ panelType: 'info' })(
      said(words),
      ...(href ? [paragraph(...text('In Teams: '), ...linked(href, href))] : []),
    ),
  ]);
}

const notices: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'site-not-linked':
      'This Confluence site is not linked to Copse yet. An administrator links it under Settings, Apps, Copse communities.',
    'no-such-community': 'A community stands here that the person who exported this page may not see.',
    'no-such-practice': 'A practice stands here that the person who exported this page may not see.',
    'no-such-question': 'A question stands here that the person who exported this page may not see.',
    'not-signed-in': 'What stands here depends on who reads it. Open the page in Confluence to see it.',
  }),
);
