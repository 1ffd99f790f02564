/**
 * What multiplies rows of bytes with a question, sixteen at once: in plain JavaScript the same takes some
 * twenty times as long, and 40,000 rows of 512 would be 30 ms in which the thread answers nobody.
 * Made by `wat2wasm` (npm wabt 1.0.39) from:
 *
 *   (module
 *     (memory (import "rows" "memory") 1)
 *     (func (export "multiply") (param $query i32) (param $row i32) (param $count i32) (param $width i32) (param $sums i32)
 *       (local $at i32) (local $end i32) (local $sum v128)
 *       (loop $rows
 *         (local.set $at (local.get $query))
 *         (local.set $end (i32.add (local.get $query) (i32.shl (local.get $width) (i32.const 1))))
 *         (local.set $sum (v128.const i32x4 0 0 0 0))
 *         (loop $parts
 *           (local.set $sum (i32x4.add (local.get $sum) (i32x4.dot_i16x8_s
 *             (v128.load (local.get $at)) (v128.load8x8_s (local.get $row)))))
 *           (local.set $sum (i32x4.add (local.get $sum) (i32x4.dot_i16x8_s
 *             (v128.load offset=16 (local.get $at)) (v128.load8x8_s offset=8 (local.get $row)))))
 *           (local.set $row (i32.add (local.get $row) (i32.const 16)))
 *           (br_if $parts (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 32))) (local.get $end))))
 *         (i32.store (local.get $sums) (i32.add
 *           (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
 *           (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
 *         (local.set $sums (i32.add (local.get $sums) (i32.const 4)))
 *         (br_if $rows (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
 */
const MODULE =
  'AGFzbQEAAAABCQFgBX9/f39/AAIQAQRyb3dzBm1lbW9yeQIAAQMCAQAHDAEIbXVsdGlwbHkAAAqcAQGZAQICfwF7A0AgACEFIAAgA0EBdGohBv0MAAAAAAAAAAAAAAAAAAAAACEHA0AgByAF/QAEACAB/QEDAP26Af2uASEHIAcgBf0ABBAgAf0BAwj9ugH9rgEhByABQRBqIQEgBUEgaiIFIAZJDQALIAQgB/0bACAH/RsBaiAH/RsCIAf9GwNqajYCACAEQQRqIQQgAkEBayICDQALCw==';

/** Where the question, the rows and the sums lie in the memory; the width of a row is a multiple of sixteen. */
export type Multiply = (
  query: number,
  row: number,
  count: number,
  width: number,
  sums: number,
) => void;

export function multiplierIn(memory: WebAssembly.Memory): Multiply {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(MODULE, 'base64')), {
    rows: { memory },
  });
  return instance.exports.multiply as Multiply;
}
