/** Reading corpus.json and /corpora.json: no engine needed, so that the first screen does not wait for one. */
import { readManifest, type Manifest } from '../corpus/manifest.ts';
import { CorpusError, ManifestError, reason } from './errors.ts';

/** An opened corpus: its manifest, and where its files are. */
export interface Corpus {
  readonly name: string;
  /** Absolute URL of the folder, with a slash at its end. */
  readonly baseUrl: string;
  readonly manifest: Manifest;
}

/** One entry of /corpora.json. */
export interface CorpusEntry {
  readonly name: string;
  readonly title: string;
  /** Folder of the corpus, absolute or relative to /corpora.json. */
  readonly url: string;
}

/**
 * @param baseUrl absolute URL of the folder that holds corpus.json
 * @returns the corpus
 * @throws ManifestError where the file is missing, not JSON, not a corpus, or of a newer version
 */
export async function openCorpus(baseUrl: string, fetcher: typeof fetch = fetch): Promise<Corpus> {
  const folder = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const url = new URL('corpus.json', folder).href;
  const read = readManifest(await fetchJson(url, fetcher));
  if ('manifest' in read) return { name: read.manifest.name, baseUrl: folder, manifest: read.manifest };
  const { problem } = read;
  if (problem.kind === 'newer-version')
    throw new ManifestError('newer-version', url, `it has version ${problem.version}`);
  throw new ManifestError('not-a-corpus', url, problem.detail);
}

/**
 * @param url absolute URL of corpora.json
 * @returns the corpora that are served here, their urls absolute
 * @throws ManifestError
 */
export async function fetchCorpora(url: string, fetcher: typeof fetch = fetch): Promise<readonly CorpusEntry[]> {
  const value = await fetchJson(url, fetcher);
  const entries: unknown = typeof value === 'object' && value !== null && 'corpora' in value ? value.corpora : null;
  if (!Array.isArray(entries)) throw new ManifestError('not-a-corpus', url, 'it has no list "corpora"');
  return entries
    .filter(isEntry)
    .map(({ name, title, url: folder }) => ({ name, title, url: new URL(folder, url).href }));
}

function isEntry(value: unknown): value is CorpusEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'title' in value &&
    typeof value.title === 'string' &&
    'url' in value &&
    typeof value.url === 'string'
  );
}

async function fetchJson(url: string, fetcher: typeof fetch): Promise<unknown> {
  try {
    // A corpus may be built again at the same address: ask the host whether the file is still the same.
    const response = await fetcher(url, { cache: 'no-cache' });
    if (!response.ok)
      throw new ManifestError(response.status === 404 ? 'missing' : 'network', url, `HTTP status ${response.status}`);
    const text = await response.text();
    return parseJson(text, url);
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw new ManifestError('network', url, reason(error), error);
  }
}

function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ManifestError('not-json', url, reason(error), error);
  }
}
