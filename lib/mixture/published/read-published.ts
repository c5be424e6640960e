/** Chosen files as published statistics: what they are is found from their contents. */
import { parse as parseYaml } from 'yaml';
import { isDatasetInfo, readDatasetInfo } from './dataset-info.ts';
import { fromMetricFiles, isDatatrove, readMetricFile } from './datatrove.ts';
import { PublishedError, type Published, type PublishedFile } from './published.ts';

export interface PublishedRead {
  readonly published: readonly Published[];
  /** Files that could not be read, each with what is wrong. */
  readonly problems: readonly string[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** @param files in any order; files of one datatrove folder belong together */
export function readPublished(files: readonly PublishedFile[]): PublishedRead {
  const published: Published[] = [];
  const problems: string[] = [];
  const metrics: ReturnType<typeof readMetricFile>[] = [];
  for (const { path, text } of files) {
    try {
      const value = parseFile(path, text);
      // Both are objects of objects: a dataset is known by its features and splits.
      if (isDatasetInfo(value)) published.push(...readDatasetInfo(path, value));
      else if (isDatatrove(value)) metrics.push(readMetricFile(path, value));
      else throw new PublishedError(`${path}: neither statistics of datatrove nor a dataset_info.`);
    } catch (error) {
      problems.push(messageOf(path, error));
    }
  }
  try {
    published.push(...fromMetricFiles(metrics));
  } catch (error) {
    problems.push(messageOf('datatrove', error));
  }
  return { published, problems };
}

function parseFile(path: string, text: string): unknown {
  if (/\.(md|markdown)$/i.test(path)) {
    const matter = FRONT_MATTER.exec(text)?.[1];
    if (matter === undefined) throw new PublishedError(`${path}: has no front matter between two lines of "---".`);
    return parseYaml(matter, { maxAliasCount: 100 });
  }
  if (/\.ya?ml$/i.test(path)) return parseYaml(text, { maxAliasCount: 100 });
  // Python writes NaN and Infinity, which are no JSON.
  return JSON.parse(text.replaceAll(/([:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,}\]])/g, '$1null'));
}

function messageOf(path: string, error: unknown): string {
  if (error instanceof PublishedError) return error.message;
  return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}
