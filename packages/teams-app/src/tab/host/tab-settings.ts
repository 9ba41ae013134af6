import { pages } from '@microsoft/teams-js';

type Community = { readonly id: string; readonly name: string };

/** The talk with Teams' dialog “Add a tab”: whether “Save” may be pressed, and what is saved. */
export const tabSettings = {
  setValid(valid: boolean) {
    pages.config.setValidityState(valid);
  },

  /** Runs `save` whenever “Save” is pressed (the last one registered counts) and tells Teams how it went. */
  onSave(save: () => Promise<void>, onFailure: (error: unknown) => void) {
    pages.config.registerOnSaveHandler((event) => {
      save().then(
        () => event.notifySuccess(),
        (error: unknown) => {
          onFailure(error);
          event.notifyFailure('The tab could not be saved');
        },
      );
    });
  },

  /** The tab's address leads to the community; the entity id keeps it apart from other tabs of the channel. */
  async save({ id, name }: Community) {
    const address = new URL(`index.html#/communities/${id}`, location.href).href;
    await pages.config.setConfig({
      entityId: `community-${id}`,
      contentUrl: address,
      websiteUrl: new URL(`/open/communities/${id}`, location.href).href,
      suggestedDisplayName: name,
    });
  },
};
