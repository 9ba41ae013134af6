import { MessageBar, MessageBarBody } from '@fluentui/react-components';

/** Two people edited one thing, and the other one saved first. `kept` says where both have gone. */
export const SavedMeanwhile = ({ kept }: { kept: string }) => (
  <MessageBar intent="warning" layout="multiline" role="alert">
    <MessageBarBody>Somebody else saved while you were writing. {kept} Look it over and save again.</MessageBarBody>
  </MessageBar>
);
