import { Text } from '@fluentui/react-components';
import { Page } from '../../shell/page.tsx';

/** The last page of somebody who erased themselves. */
export function Erased() {
  return (
    <Page title="You are erased">
      <Text>
        Copse no longer knows your name, your profile or your accounts. What you wrote stays with the communities,
        unnamed. You can close this tab now; if you open Copse again, you start as somebody new.
      </Text>
    </Page>
  );
}
