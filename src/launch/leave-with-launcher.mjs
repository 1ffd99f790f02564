/**
 * Loaded before the web server and the worker. Should the launcher be killed outright, the channel
 * to it closes, and they stop as gracefully as when they are asked to.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
