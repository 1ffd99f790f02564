/**
 * Loaded before the web server and the worker. Should the launcher be killed outright, the channel
 * to it closes, and they stop as gracefully as when they are asked to. Processes they start in turn
 * load this too, and have a channel of their own to a parent that looks after them.
 */
if (process.channel && process.env.GUILDHALL_LAUNCHER === String(process.ppid)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
