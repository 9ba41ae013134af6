import type { PracticeView } from '@copse/core/contracts';
import { practiceLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { focusFirstProblem } from '../parts/focus-problem.ts';
import { Prose } from '../parts/prose.tsx';
import { ActionFailure } from '../parts/states.tsx';
import { KeepWhere } from './keep-where.tsx';
import { Losses } from './losses.tsx';
import type { ReadPage } from './read-this-page.ts';

type Props = { readonly read: ReadPage; readonly onKept: (practice: PracticeView) => void };

/** Shows the page in the form of a practice, and asks what only its keeper knows. */
export function KeepForm({ read, onKept }: Props) {
  const [communityId, setCommunityId] = useState<string>();
  const [title, setTitle] = useState(read.title.slice(0, practiceLimits.title));
  const [context, setContext] = useState(read.context.slice(0, practiceLimits.context));
  const [checked, setChecked] = useState(false);
  const nameFirst = useNameFirst();
  const keeping = useAction();

  const tooShort = title.trim().length < 5;
  const tooLong = read.body.length > practiceLimits.body;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusFirstProblem(event.currentTarget);
    setChecked(true);
    if (tooShort || tooLong || communityId === undefined) return;
    const draft = { communityId, title: title.trim(), context: context.trim(), body: read.body, page: read.page };
    nameFirst.run(() => keeping.run((key) => api.draftFromPage(draft, key), onKept));
  };

  return (
    <div className="card stack">
      <form className="stack" onSubmit={submit} noValidate>
        <p>
          A practice is a way of working that others can find, endorse and use. It begins as a draft, which only you and
          the stewards of its community see.
        </p>
        {tooLong && (
          <p className="problem" role="alert">
            This page is longer than a practice may be: {read.body.length.toLocaleString('en')} of{' '}
            {practiceLimits.body.toLocaleString('en')} characters. Move the part that others can use to a page of its
            own.
          </p>
        )}
        <KeepWhere
          chosen={communityId}
          onChoose={setCommunityId}
          problem={checked && communityId === undefined ? 'Choose who keeps it.' : undefined}
        />
        <TextField
          label="Title"
          problem={checked && tooShort ? 'Please use at least 5 letters.' : undefined}
          value={title}
          max={practiceLimits.title}
          onChange={setTitle}
        />
        <TextField
          label="What it is good for"
          hint="When should somebody reach for it, and when not?"
          optional
          value={context}
          max={practiceLimits.context}
          rows={3}
          onChange={setContext}
        />
        <Losses losses={read.losses} />
        <section className="stack-small" aria-label="The practice">
          <h3 className="section">The practice</h3>
          {read.body.trim() === '' ? (
            <p className="subtle">The page is empty. The practice can be written in Teams.</p>
          ) : (
            // It scrolls, so it must be reachable with the keyboard.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <div className="page-preview" tabIndex={0} role="group" aria-label="Text of the page">
              <Prose text={read.body} />
            </div>
          )}
        </section>
        <ActionFailure failure={keeping.failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={keeping.busy}>
            Save as a draft
          </Button>
        </div>
      </form>
      {nameFirst.prompt}
    </div>
  );
}
