/** Imported first, and written so that even a very old Node can read it: it stops there with a plain sentence. */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'Copse needs Node 20.19 or newer, and this is Node ' +
      process.versions.node +
      '.\nInstall a newer one from https://nodejs.org (or: nvm install 24), then run the same command again.',
  );
  process.exit(1);
}
