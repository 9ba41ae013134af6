import { HOME_OF, type Look, type Pane } from './address.ts';
import { ConfluenceWindow } from './confluence/confluence-window.tsx';
import type { SceneInfo } from './host-server.ts';
import { PersonChooser } from './person-chooser.tsx';
import { TeamsWindow } from './teams/teams-window.tsx';

interface Props {
  readonly scene: SceneInfo;
  readonly pane: Pane;
  readonly look: Look;
  readonly side: 'Left' | 'Right';
  readonly onChange: (pane: Pane) => void;
}

const APPS = [
  { app: 'teams', label: 'Teams' },
  { app: 'confluence', label: 'Confluence' },
] as const;

/** One person's screen: who it is, which host they look at, and that host. */
export function PaneFrame({ scene, pane, look, side, onChange }: Props) {
  const person = scene.people.find(({ key }) => key === pane.person) ?? scene.people[0];
  if (!person) return null;
  const goTo = (place: string) => onChange({ ...pane, place });
  const openTeams = (place: string) => onChange({ ...pane, app: 'teams', place });

  return (
    <section className="pane" aria-label={`${side} window: ${person.name}`} data-side={side.toLowerCase()}>
      <div className="pane-head">
        <PersonChooser
          people={scene.people}
          chosen={person}
          onChoose={({ key }) => onChange({ ...pane, person: key })}
        />
        <div className="app-switch" role="group" aria-label="Host">
          {APPS.map(({ app, label }) => (
            <button
              key={app}
              type="button"
              aria-pressed={pane.app === app}
              onClick={() => (pane.app === app ? undefined : onChange({ ...pane, app, place: HOME_OF[app] }))}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      {pane.app === 'teams' ? (
        <TeamsWindow key={person.key} scene={scene} person={person} look={look} place={pane.place} onPlace={goTo} />
      ) : (
        <ConfluenceWindow
          key={person.key}
          scene={scene}
          person={person}
          look={look}
          place={pane.place}
          onPlace={goTo}
          onTeams={openTeams}
        />
      )}
    </section>
  );
}
