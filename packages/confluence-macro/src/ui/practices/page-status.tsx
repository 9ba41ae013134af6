import type { PracticeView } from '@copse/core/contracts';
import { useEffect, useState } from 'react';
import { statusLine } from '../../settings/practice-status.ts';
import { type OnPage, practiceOnPage, publishOnPage } from '../api/page-practice.ts';
import { useHost } from '../host/host-context.tsx';
import { Option } from '../parts/option.tsx';

/**
 * For those who keep the practice: whether its state stands under the title of this page, for everyone who opens it.
 *
 * Offered only where Confluence can be asked and the page publishes no other practice.
 */
export function PageStatus({ practice }: { practice: PracticeView }) {
  const { pageId, editing } = useHost();
  const offered = practice.abilities.edit && pageId !== '' && !editing;
  const [onPage, setOnPage] = useState<OnPage>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    if (offered) void practiceOnPage(pageId).then(setOnPage);
  }, [offered, pageId]);

  const found = onPage?.found;
  // A page that is the practice shows its state always.
  if (!offered || !onPage || (found && (found.practiceId !== practice.id || found.publicationId))) return null;

  const change = async (shown: boolean) => {
    if (busy) return;
    setBusy(true);
    const done = await publishOnPage(pageId, found, shown ? practice.id : undefined);
    setRefused(!done);
    setOnPage((await practiceOnPage(pageId)) ?? onPage);
    setBusy(false);
  };
  return (
    <div className="stack-small">
      <Option
        type="checkbox"
        checked={found !== undefined}
        onChange={(shown) => void change(shown)}
        title="This page is about the practice: show its state under the title"
        hint={`«${statusLine(practice, new Date())}». Readers see it when they open the page the next time.`}
      />
      {refused && (
        <p className="problem" role="alert">
          Confluence did not save this. You need the right to edit the page; then try again.
        </p>
      )}
    </div>
  );
}
