import { spawn } from 'node:child_process';
import { Failure } from './failure.mjs';

const KEPT_LINES = 25;

/**
 * Runs a command to its end and returns what it printed. When the run is asked to stop, so is the
 * command. A command that fails is a Failure with the last lines it printed.
 */
export function run(command, args, { cwd, env, signal, what }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => reject(new Failure(`${what} (${error.message})`)));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (code === 0) resolve(output);
      else reject(signal?.aborted ? signal.reason : commandFailure(what, output));
    });
  });
}

function commandFailure(what, output) {
  if (/ENOSPC|No space left on device|\(os error 28\)/.test(output))
    return new Failure(`${what}: the disk is full. Free some space and start again.`);
  if (/EROFS|Read-only file system/.test(output))
    return new Failure(`${what}: the disk is read-only. Start from a writable copy.`);
  const lines = output.trimEnd().split('\n').slice(-KEPT_LINES);
  return new Failure(`${what}:\n${lines.map((line) => `    ${line}`).join('\n')}`);
}
