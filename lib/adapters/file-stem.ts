/** Names of files in ids of records: benchmarks number their records anew in each file. */

/**
 * @param segments how much of the path is taken, from its end
 * @returns the end of the path, without the file's extension
 */
export function fileStem(path: string, segments = 1): string {
  return path
    .replace(/\.[a-z]+$/i, '')
    .split('/')
    .slice(-segments)
    .join('/');
}
