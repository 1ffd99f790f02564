/** Something the person at the keyboard can put right: shown as one sentence, without a stack. */
export class Failure extends Error {
  name = 'Failure';
}

/** Turns what the operating system says about a disk or a directory into a sentence. */
export function explainDisk(error, place) {
  const reasons = {
    ENOSPC: `The disk that holds ${place} is full. Free some space and start again.`,
    EDQUOT: `The disk quota for ${place} is used up. Free some space and start again.`,
    EFBIG: `A file under ${place} may not grow further (file size limit). Raise it and start again.`,
    EROFS: `${place} is on a read-only disk. Guildhall needs to write there; start it from a writable copy.`,
    EACCES: `${place} may not be written by this user. Change its owner or start as another user.`,
    EPERM: `${place} may not be written by this user. Change its owner or start as another user.`,
  };
  const sentence = reasons[error?.code];
  return sentence ? new Failure(sentence) : error;
}
