import { canImportInto } from '../policy';

/** Where a space flows to is decided by those who answer for it, as with what flows in. */
export const canMirror = canImportInto;
