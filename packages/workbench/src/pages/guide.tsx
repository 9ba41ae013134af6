import { useState } from 'react';
import type { Address, Pane } from './address.ts';
import type { SceneInfo } from './host-server.ts';
import { Icon } from './marks.tsx';

interface Step {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly left: Pane;
  readonly right?: Pane;
}

const teams = (person: string, place: string): Pane => ({ person, app: 'teams', place });
const confluence = (person: string, place: string): Pane => ({ person, app: 'confluence', place });

const STEPS: readonly Step[] = [
  {
    key: 'arrive',
    title: 'Arrive as a newcomer',
    text: 'Tomás started three weeks ago. See what Copse suggests to him, and join a community.',
    left: teams('tomas', 'app/home'),
  },
  {
    key: 'bot',
    title: 'Ask the bot',
    text: 'Write “help”, or simply “what is there about accessibility?”. Join from the card.',
    left: teams('tomas', 'chat'),
  },
  {
    key: 'ask',
    title: 'Ask, and keep the answer',
    text: 'Read what was asked and solved, say “I have this too”, or ask without your name. A solved one becomes a practice.',
    left: teams('mara', 'app/questions'),
  },
  {
    key: 'side',
    title: 'Watch two people at once',
    text: 'Mara and Jonas look at the same channel. Mention @Copse as one of them, answer as the other.',
    left: teams('mara', 'channel/accessibility/posts'),
    right: teams('jonas', 'channel/accessibility/posts'),
  },
  {
    key: 'channel',
    title: 'Connect a channel or a chat',
    text: 'Press “Add a tab” in the channel and choose the community that lives there. It works in a chat of several, too.',
    left: teams('jonas', 'channel/accessibility/posts'),
    right: teams('jonas', 'chat/captions'),
  },
  {
    key: 'gatherings',
    title: 'Meet, each by their own clock',
    text: 'As Jonas open the Accessibility guild, “Gatherings”, and schedule one. Helen in Chicago reads the same hour by her clock, and says whether she comes.',
    left: teams('jonas', 'app/home'),
    right: teams('helen', 'app/home/gatherings'),
  },
  {
    key: 'introductions',
    title: 'Be introduced',
    text: 'In both windows open the Accessibility guild, “Introductions”, and press “I want to be introduced”. As Jonas look at the next round, and begin it.',
    left: teams('jonas', 'app/home'),
    right: teams('helen', 'app/home'),
  },
  {
    key: 'mentoring',
    title: 'Find a mentor',
    text: 'In the Accessibility guild, “Mentoring”: as Jonas “Be a mentor”, as Mara “Ask Jonas Keller”. Then Jonas writes “mentoring” to the bot and says yes.',
    left: teams('jonas', 'app/home'),
    right: teams('mara', 'app/home'),
  },
  {
    key: 'page',
    title: 'Read it in Confluence',
    text: 'The same communities and practices, on a page. Join right there.',
    left: confluence('mara', 'page'),
  },
  {
    key: 'macro',
    title: 'Put a macro on a page',
    text: 'Edit, type /copse on an empty line, choose, configure, publish. Then look at the PDF.',
    left: confluence('mara', 'page/65675/edit'),
  },
  {
    key: 'publish',
    title: 'Publish a practice',
    text: 'Connect the space in the settings of a Community macro, open a practice here or in Teams, and publish it. Then edit its page as Mara.',
    left: confluence('jonas', 'page'),
    right: confluence('mara', 'page'),
  },
  {
    key: 'admin',
    title: 'Be the administrator',
    text: 'Sven sees how the Confluence site is linked, and can unlink it and link it again by a code.',
    left: confluence('sven', 'settings'),
    right: teams('sven', 'app/me'),
  },
];

const DONE_KEY = 'copse-workbench-tried';
const readDone = (): string[] => {
  try {
    return JSON.parse(localStorage.getItem(DONE_KEY) ?? '[]') as string[];
  } catch {
    return [];
  }
};

interface Props {
  readonly scene: SceneInfo | undefined;
  readonly go: (change: (address: Address) => Address) => void;
  readonly onClose: () => void;
}

/** What to try, in the order in which it makes sense. Each step sets the desk for it. */
export function Guide({ scene, go, onClose }: Props) {
  const [done, setDone] = useState(readDone);
  const start = ({ key, left, right }: Step) => {
    const tried = [...new Set([...done, key])];
    setDone(tried);
    localStorage.setItem(DONE_KEY, JSON.stringify(tried));
    go(({ look, guide }) => ({ left, ...(right ? { right } : {}), look, guide }));
  };

  return (
    <aside className="guide" aria-label="Guide">
      <div className="guide-head">
        <h2>Try this</h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label="Close the guide">
          <Icon name="close" size={16} />
        </button>
      </div>
      <ol>
        {STEPS.map((step) => (
          <li key={step.key} data-done={done.includes(step.key)}>
            <button type="button" onClick={() => start(step)}>
              <span className="guide-title">
                {step.title}
                {done.includes(step.key) ? (
                  <>
                    <Icon name="check" size={14} />
                    <span className="unseen"> (opened before)</span>
                  </>
                ) : null}
              </span>
              <span className="guide-text">{step.text}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="guide-note">
        Nothing leaves this computer. {scene ? `The people of ${scene.organisation.name} are invented;` : ''} the app is
        the real one.
      </p>
    </aside>
  );
}
