/** Where the bytes of a content lie in the file store; the same content lies there once. */
export const blobKey = (sha256: string) =>
  `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
