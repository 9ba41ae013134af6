import { useState } from 'react';
import { useHost } from '../host/host-context.tsx';
import { Button, OpenInTeams } from '../parts/button.tsx';
import { LinkAccount } from './link-account.tsx';
import { knowsLinked, rememberLinked } from './linked-memory.ts';
import { isLinked, whoAmI } from './who-am-i.ts';

type Props = {
  /** The same thing in Teams. */
  readonly teamsHref: string | undefined;
  /** Linking may have given the viewer another standing, so what is shown is loaded again. */
  readonly onLinked: () => void;
};

/** The last line of every macro: the way to Teams, and the link between the two accounts. */
export function Footer({ teamsHref, onLinked }: Props) {
  const { accountId } = useHost();
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState(() => knowsLinked(accountId));
  const [name, setName] = useState<string>();

  const linked = (nameNow: string) => {
    rememberLinked(accountId, true);
    setKnown(true);
    setOpen(false);
    setName(nameNow);
  };
  const start = () => {
    void whoAmI().then((answer) => (answer.ok && isLinked(answer.value) ? linked(answer.value.name) : setOpen(true)));
  };

  return (
    <footer className="footer">
      <div className="row">
        {teamsHref && <OpenInTeams href={teamsHref} />}
        {!known && !open && accountId !== '' && (
          <Button look="subtle" small onClick={start}>
            Link my Teams account
          </Button>
        )}
        {name !== undefined && (
          <span className="subtle" role="status">
            Linked: you are {name} here and in Teams.
          </span>
        )}
      </div>
      {open && (
        <LinkAccount
          onClose={() => setOpen(false)}
          onLinked={(me) => {
            linked(me.name);
            onLinked();
          }}
        />
      )}
    </footer>
  );
}
