import { describe, expect, it } from 'vitest';
import type { Manifest, Source } from '@/lib/corpus/manifest';
import { mixtureOf } from './mixture';

const counts = (records: number, tokens: number) => ({ records, tokens, chars: tokens * 4 });

function source(name: string, components: Source['components'], constructed = false): Source {
  const fixed = {
    description: '',
    origin: '',
    version: null,
    licence: 'MIT',
    licence_note: null,
    stage: null,
    records_rejected: 0,
    warnings: 0,
  };
  return { ...fixed, source: name, title: name, constructed, records_in: 1, records_stored: 1, components };
}

function manifest(...sources: Source[]): Manifest {
  return { sources } as unknown as Manifest;
}

describe('mixtureOf', () => {
  const corpus = manifest(
    source('examples', { trajectories: counts(10, 100) }, true),
    source('recorded', { trajectories: counts(2, 300) }),
    source('docs', { documentation: counts(50, 600) }),
  );

  it('has components in their fixed order and sources by size', () => {
    const mixture = mixtureOf(corpus, 'tokens');
    expect(mixture.map((entry) => entry.component)).toEqual(['documentation', 'trajectories']);
    expect(mixture[1]?.parts.map((part) => [part.source, part.share, part.constructed])).toEqual([
      ['recorded', 0.3, false],
      ['examples', 0.1, true],
    ]);
  });

  it('follows the measure', () => {
    const [documentation, trajectories] = mixtureOf(corpus, 'records');
    expect(documentation?.share).toBeCloseTo(50 / 62);
    expect(trajectories?.value).toBe(12);
    expect(trajectories?.parts[0]?.source).toBe('examples');
  });

  it('knows no shares of nothing', () => {
    expect(mixtureOf(manifest(source('empty', { code: counts(0, 0) })), 'tokens')[0]?.share).toBe(0);
    expect(mixtureOf(manifest(), 'tokens')).toEqual([]);
  });
});
