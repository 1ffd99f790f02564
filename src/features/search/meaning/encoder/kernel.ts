/**
 * What multiplies: `kernel.wat`, made by `wat2wasm --enable-relaxed-simd` (npm wabt 1.0.39). Why it is not
 * left to TensorFlow.js stands in docs/decisions/0021.
 */
const FUSED =
  'AGFzbQEAAAABDQFgCX9/f39/f39/fwACEwEHbnVtYmVycwZtZW1vcnkCAAEDAgEABwwBCG11bHRpcGx5AAAKyAQBxQQCCX8LewNAIAIgB0EFdGohDCAAIQkgBCEKIAYhCwNAIAkhDiAOIAFqIQ8gDyABaiEQIBAgAWohESARIAFqIQkgA/0ABAAhFSAD/QAEECEWIAP9AAQAIRcgA/0ABBAhGCAD/QAEACEZIAP9AAQQIRogA/0ABAAhGyAD/QAEECEcIAIhDQNAIA39AAQAIRIgDf0ABBAhEyAO/QkCACEUIBQgEiAV/YUCIRUgFCATIBb9hQIhFiAP/QkCACEUIBQgEiAX/YUCIRcgFCATIBj9hQIhGCAQ/QkCACEUIBQgEiAZ/YUCIRkgFCATIBr9hQIhGiAR/QkCACEUIBQgEiAb/YUCIRsgFCATIBz9hQIhHCAN/QAEICESIA39AAQwIRMgDv0JAgQhFCAUIBIgFf2FAiEVIBQgEyAW/YUCIRYgD/0JAgQhFCAUIBIgF/2FAiEXIBQgEyAY/YUCIRggEP0JAgQhFCAUIBIgGf2FAiEZIBQgEyAa/YUCIRogEf0JAgQhFCAUIBIgG/2FAiEbIBQgEyAc/YUCIRwgDkEIaiEOIA9BCGohDyAQQQhqIRAgEUEIaiERIA1BwABqIg0gDEkNAAsgCiAV/QsEACAKIBb9CwQQIAogBWohCiAKIBf9CwQAIAogGP0LBBAgCiAFaiEKIAogGf0LBAAgCiAa/QsEECAKIAVqIQogCiAb/QsEACAKIBz9CwQQIAogBWohCiALQQRrIgtBAEoNAAsgDCECIANBIGohAyAEQSBqIQQgCEEBayIIDQALCw==';
/** The same with `f32x4.mul` and `f32x4.add`, for a Node that does not know `f32x4.relaxed_madd` yet. */
const SEPARATE =
  'AGFzbQEAAAABDQFgCX9/f39/f39/fwACEwEHbnVtYmVycwZtZW1vcnkCAAEDAgEABwwBCG11bHRpcGx5AAAK+AQB9QQCCX8LewNAIAIgB0EFdGohDCAAIQkgBCEKIAYhCwNAIAkhDiAOIAFqIQ8gDyABaiEQIBAgAWohESARIAFqIQkgA/0ABAAhFSAD/QAEECEWIAP9AAQAIRcgA/0ABBAhGCAD/QAEACEZIAP9AAQQIRogA/0ABAAhGyAD/QAEECEcIAIhDQNAIA39AAQAIRIgDf0ABBAhEyAO/QkCACEUIBUgFCAS/eYB/eQBIRUgFiAUIBP95gH95AEhFiAP/QkCACEUIBcgFCAS/eYB/eQBIRcgGCAUIBP95gH95AEhGCAQ/QkCACEUIBkgFCAS/eYB/eQBIRkgGiAUIBP95gH95AEhGiAR/QkCACEUIBsgFCAS/eYB/eQBIRsgHCAUIBP95gH95AEhHCAN/QAEICESIA39AAQwIRMgDv0JAgQhFCAVIBQgEv3mAf3kASEVIBYgFCAT/eYB/eQBIRYgD/0JAgQhFCAXIBQgEv3mAf3kASEXIBggFCAT/eYB/eQBIRggEP0JAgQhFCAZIBQgEv3mAf3kASEZIBogFCAT/eYB/eQBIRogEf0JAgQhFCAbIBQgEv3mAf3kASEbIBwgFCAT/eYB/eQBIRwgDkEIaiEOIA9BCGohDyAQQQhqIRAgEUEIaiERIA1BwABqIg0gDEkNAAsgCiAV/QsEACAKIBb9CwQQIAogBWohCiAKIBf9CwQAIAogGP0LBBAgCiAFaiEKIAogGf0LBAAgCiAa/QsEECAKIAVqIQogCiAb/QsEACAKIBz9CwQQIAogBWohCiALQQRrIgtBAEoNAAsgDCECIANBIGohAyAEQSBqIQQgCEEBayIIDQALCw==';

/** Where things lie in the memory, and from one row to the next, is told in bytes. */
export type Multiply = (
  x: number,
  xStep: number,
  panel: number,
  bias: number,
  y: number,
  yStep: number,
  rows: number,
  depth: number,
  panels: number,
) => void;

export function kernelIn(memory: WebAssembly.Memory): Multiply {
  const fused = Buffer.from(FUSED, 'base64');
  const module = WebAssembly.validate(fused) ? fused : Buffer.from(SEPARATE, 'base64');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module), {
    numbers: { memory },
  });
  return instance.exports.multiply as Multiply;
}
