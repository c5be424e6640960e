/** Which stage files go into which shard of a heavy table. */
import { compareIds } from '../../lib/corpus/shard-ranges.ts';
import type { StagedFile } from './stage-tables.ts';

/** Bytes of stage rows per shard: about a fifth to a tenth of it remains as Parquet. */
export const SHARD_STAGE_BYTES = 48_000_000;

/**
 * Packs stage files into groups of contiguous id ranges: files whose ranges overlap stay together, so that the shards
 * of a table never overlap, and small neighbours share a shard.
 * @param files stage files of one table, with the range of their ids
 * @param limit bytes of stage rows per shard, unless files that overlap need more
 * @returns groups in order of id
 */
export function packShards(files: readonly StagedFile[], limit = SHARD_STAGE_BYTES): StagedFile[][] {
  const sorted = files
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => compareIds(a.first ?? '', b.first ?? '') || a.unit - b.unit);
  const groups: StagedFile[][] = [];
  for (const cluster of overlapping(sorted)) {
    const open = groups.at(-1);
    if (open !== undefined && size(open) + size(cluster) <= limit) open.push(...cluster);
    else groups.push([...cluster]);
  }
  return groups;
}

function overlapping(sorted: readonly StagedFile[]): StagedFile[][] {
  const clusters: StagedFile[][] = [];
  let last: string | null = null;
  for (const file of sorted) {
    const cluster = clusters.at(-1);
    if (cluster !== undefined && last !== null && compareIds(file.first ?? '', last) <= 0) cluster.push(file);
    else clusters.push([file]);
    if (last === null || compareIds(file.last ?? '', last) > 0) last = file.last;
  }
  return clusters;
}

function size(files: readonly StagedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
