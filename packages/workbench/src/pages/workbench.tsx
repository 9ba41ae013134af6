import { useEffect, useState } from 'react';
import { useAddress, type Look, type Pane } from './address.ts';
import { Guide } from './guide.tsx';
import { ask, Problem, type SceneInfo } from './host-server.ts';
import { CopseMark } from './marks.tsx';
import { PaneFrame } from './pane-frame.tsx';

const LOOKS: readonly { readonly look: Look; readonly label: string }[] = [
  { look: 'light', label: 'Light' },
  { look: 'dark', label: 'Dark' },
  { look: 'contrast', label: 'High contrast' },
];

/** The whole page: a calm desk with one or two windows on it, and what to try in the margin. */
export function Workbench() {
  const { address, go } = useAddress();
  const [scene, setScene] = useState<SceneInfo>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    ask<SceneInfo>('GET', '/scene').then(setScene, (error: unknown) =>
      setProblem(error instanceof Problem ? error.message : 'The workbench could not start.'),
    );
  }, []);
  useEffect(() => {
    document.documentElement.dataset['look'] = address.look;
  }, [address.look]);

  const setPane = (side: 'left' | 'right') => (pane: Pane) => go((before) => ({ ...before, [side]: pane }));
  const split = address.right !== undefined;

  return (
    <div className="desk" data-guide={address.guide} data-split={split}>
      <header className="desk-bar">
        <h1>
          <a className="desk-name" href="/" title="Start again">
            <CopseMark />
            <span className="desk-word">Copse</span> <span className="desk-sub">workbench</span>
          </a>
        </h1>
        <p className="desk-claim">Teams and Confluence of {scene?.organisation.name ?? '…'}, on this computer</p>
        <div className="desk-controls">
          <fieldset className="segments">
            <legend className="unseen">Look</legend>
            {LOOKS.map(({ look, label }) => (
              <label key={look}>
                <input
                  type="radio"
                  name="look"
                  checked={address.look === look}
                  onChange={() => go((before) => ({ ...before, look }))}
                />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
          <button
            type="button"
            className="soft-button"
            aria-pressed={split}
            onClick={() =>
              go(({ right, ...before }) =>
                right
                  ? before
                  : {
                      ...before,
                      right: {
                        person: before.left.person === 'jonas' ? 'mara' : 'jonas',
                        app: 'teams',
                        place: 'app/home',
                      },
                    },
              )
            }
          >
            {split ? 'One person' : 'Side by side'}
          </button>
          <button
            type="button"
            className="soft-button"
            aria-pressed={address.guide}
            onClick={() => go((before) => ({ ...before, guide: !before.guide }))}
          >
            Guide
          </button>
        </div>
      </header>
      <main className="desk-panes" aria-label="Windows">
        {problem ? <p className="desk-problem">{problem}</p> : null}
        {scene ? (
          <>
            <PaneFrame scene={scene} pane={address.left} look={address.look} side="Left" onChange={setPane('left')} />
            {address.right ? (
              <PaneFrame
                scene={scene}
                pane={address.right}
                look={address.look}
                side="Right"
                onChange={setPane('right')}
              />
            ) : null}
          </>
        ) : null}
      </main>
      {address.guide ? (
        <Guide scene={scene} go={go} onClose={() => go((before) => ({ ...before, guide: false }))} />
      ) : null}
    </div>
  );
}
