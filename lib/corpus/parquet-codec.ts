/** The one codec that shards are compressed with (docs/corpus-format.md): those of all others would be ten times the code. */
import { decompress } from 'fzstd';

/** For hyparquet. */
export const compressors = {
  /**
   * The buffer for the result is left to fzstd: one that is handed to it is compared with the number 1, loosely, and a
   * typed array is written out as text for that, which takes twice the time of the decompression.
   */
  ZSTD: (bytes: Uint8Array, length: number): Uint8Array => {
    const pages = decompress(bytes);
    if (pages.length !== length) throw new RangeError(`a page has ${pages.length} bytes, not ${length}`);
    return pages;
  },
};
