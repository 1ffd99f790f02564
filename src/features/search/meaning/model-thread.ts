/**
 * The built-in model, in a thread of its own: computing a meaning takes tens of milliseconds, in which the
 * thread answers nobody.
 */
import { parentPort } from 'node:worker_threads';
import { Encoder } from './encoder/encoder';
import { Tokens } from './encoder/tokens';
import { readVocabulary, readWeights } from './encoder/weights';

const tokens = new Tokens(readVocabulary());
const encoder = new Encoder(readWeights());

parentPort?.on('message', (texts: readonly string[]) => {
  try {
    const vectors = encoder.encode(texts.map((text) => tokens.of(text)));
    parentPort?.postMessage({ vectors });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
