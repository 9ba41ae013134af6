/**
 * Loaded before a program of ours: when the terminal closes or the starting script dies, the program is asked to stop
 * (SIGTERM), so that it can finish what it does and stop its database.
 */
const stop = () => process.kill(process.pid, 'SIGTERM');

process.once('SIGHUP', stop);
if (process.channel) {
  process.once('disconnect', stop);
  // The line to the starting script must not keep a finished program alive.
  process.channel.unref();
}
