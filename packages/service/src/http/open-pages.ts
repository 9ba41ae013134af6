import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { pagePolicy, protect } from './headers.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

const STYLE = `:root{color-scheme:light dark;--ink:#1b1a19;--soft:#57534e;--paper:#fff;--edge:#e7e2da;--leaf:#2f6b3c;--on-leaf:#fff;--ground:#f6f4ef}
@media (prefers-color-scheme:dark){:root{--ink:#f4f2ee;--soft:#b9b4ab;--paper:#26241f;--edge:#3d3a33;--leaf:#8fce9a;--on-leaf:#10240f;--ground:#191814}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:30rem;width:100%;padding:32px;background:var(--paper);border:1px solid var(--edge);border-radius:12px}
svg{display:block;width:48px;height:48px;margin-bottom:16px;color:var(--leaf)}
h1{margin:0 0 8px;font-size:1.5rem;line-height:1.25;text-wrap:balance}
p{margin:0 0 16px;color:var(--soft)}
p:last-child{margin-bottom:0;font-size:.875rem}
a.open{display:inline-block;padding:10px 20px;border-radius:8px;background:var(--leaf);color:var(--on-leaf);font-weight:600;text-decoration:none}
a.open:hover{text-decoration:underline}
a:focus-visible{outline:3px solid var(--leaf);outline-offset:3px}
@media (forced-colors:active){a.open{border:2px solid LinkText}}`;

/** A small wood: several trunks from one root, which is what a copse is. */
const MARK =
  '<svg viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true">' +
  '<path d="M24 44V22M24 36l-9-8M24 34l9-8"/><circle cx="24" cy="13" r="8"/><circle cx="11" cy="23" r="6"/><circle cx="37" cy="21" r="6"/></svg>';

const SUBJECTS = ['communities', 'practices', 'questions', 'gatherings'] as const;
type Subject = (typeof SUBJECTS)[number];
const NAMES: Readonly<Record<Subject, string>> = {
  communities: 'community',
  practices: 'practice',
  questions: 'question',
  gatherings: 'gathering',
};

type Settings = Pick<Config, 'teamsAppId' | 'hostOrigins'> & { readonly publicUrl: string };

/**
 * What a link to a community or a practice shows outside of Teams: where to open it. Public, so it says nothing about
 * what the link leads to, not even whether it exists; whoever may see it learns that after sign-in.
 */
export async function openPages(app: FastifyInstance, settings: Settings): Promise<void> {
  await app.register(async (pages) => {
    protect(pages, { policy: pagePolicy(STYLE), cache: 'public, max-age=300' });
    for (const subject of SUBJECTS) {
      pages.get(`/open/${subject}/:id`, (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
        const { id } = request.params;
        void reply.type('text/html; charset=utf-8');
        if (!UUID.test(id)) return reply.code(404).send(page('This link is incomplete', INCOMPLETE));
        return reply.send(landing(subject, id.toLowerCase(), settings));
      });
    }
  });
}

const INCOMPLETE =
  '<p>Part of the address is missing, perhaps because it was cut when it was copied. Ask for the link again.</p>';

function landing(subject: Subject, id: string, settings: Settings): string {
  const what = NAMES[subject];
  const target = addressOf(subject, id, settings);
  const { place, forward } = target;
  return page(
    `A ${what} in Copse`,
    `<p>It opens in ${place}, where you are signed in already and see what is open to you.</p>
<p><a class="open" href="${escape(target.href)}">Open in ${place}</a></p>
<p>Writing in Confluence? Paste this page’s address on a line of its own: it turns into the ${what} itself.</p>`,
    forward ? `<meta http-equiv="refresh" content="1;url=${escape(target.href)}">` : '',
  );
}

/** Teams where the app is installed; the workbench in a try-out; the tab by itself where neither is known. */
function addressOf(subject: Subject, id: string, { teamsAppId, publicUrl, hostOrigins }: Settings) {
  const [workbench] = hostOrigins;
  if (workbench) {
    return { place: 'the workbench', href: `${workbench}/?left=mara/teams/app/home/${subject}/${id}`, forward: false };
  }
  if (!teamsAppId) return { place: 'the browser', href: `/tab/index.html#/${subject}/${id}`, forward: false };

  const webUrl = encodeURIComponent(`${publicUrl}/open/${subject}/${id}`);
  const context = encodeURIComponent(JSON.stringify({ subEntityId: `${subject}/${id}` }));
  const href = `https://teams.microsoft.com/l/entity/${teamsAppId}/home?webUrl=${webUrl}&context=${context}`;
  return { place: 'Microsoft Teams', href, forward: true };
}

const page = (title: string, content: string, head = '') => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta property="og:title" content="${title}">
<meta property="og:site_name" content="Copse">
<title>${title}</title>
${head}
<style>${STYLE}</style>
</head>
<body>
<main>
${MARK}
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
