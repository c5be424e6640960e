import { describe, expect, it } from 'vitest';
import { checkAddress } from './corpus-address';

const base = 'https://explorer.example/apis/?q=x';

describe('checkAddress', () => {
  it.each([
    ['https://data.example/corpora/mine', 'https://data.example/corpora/mine/'],
    ['https://data.example/corpora/mine/corpus.json', 'https://data.example/corpora/mine/'],
    ['  https://data.example/ ', 'https://data.example/'],
    ['/corpora/other', 'https://explorer.example/corpora/other/'],
    ['http://localhost:8080/c/#top', 'http://localhost:8080/c/'],
  ])('%s is the folder %s', (typed, folder) => expect(checkAddress(typed, base)).toEqual({ folder }));

  it.each([
    ['', /Enter/],
    ['my corpus', /not an address/],
    ['https://', /not an address/],
    ['javascript:alert(1)', /Only https and http/],
    ['file:///etc/', /Only https and http/],
    ['https://name:secret@data.example/', /name or password/],
    [`https://data.example/${'x'.repeat(3_000)}`, /too long/],
  ])('%s is refused', (typed, problem) => {
    const checked = checkAddress(typed, base);
    expect('problem' in checked ? checked.problem : checked.folder).toMatch(problem);
  });
});
