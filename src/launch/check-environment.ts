import { parseEnvironment } from '../foundation/env';

/** Run by the launcher before anything is started: says all that is wrong at once. */
try {
  parseEnvironment(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
