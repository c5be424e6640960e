import { RankedBars, type RankedItem } from '@/components/charts/ranked-bars';
import type { Manifest } from '@/lib/corpus/manifest';
import type { ApiListState } from '@/lib/url';
import { formatPlural } from '@/lib/format/numbers';
import type { OverviewLinks } from './links';
import { Section } from './section';

type Facet = 'domains' | 'methods' | 'schemaStatuses' | 'kinds';

const BREAKDOWNS: readonly {
  readonly key: string;
  readonly facet: Facet;
  readonly title: string;
  readonly none: string;
}[] = [
  { key: 'domain', facet: 'domains', title: 'By domain', none: 'no domain stated' },
  { key: 'method', facet: 'methods', title: 'By method', none: 'not HTTP' },
  { key: 'schema_status', facet: 'schemaStatuses', title: 'By schema', none: 'not stated' },
  { key: 'kind', facet: 'kinds', title: 'By kind', none: 'not stated' },
];

/** The catalogue at a glance; each bar opens it with that filter. */
export function BreakdownSection({ manifest, links }: { readonly manifest: Manifest; readonly links: OverviewLinks }) {
  const { apis, apis_by } = manifest.totals;
  // One value says nothing: a corpus of HTTP APIs alone has no ranking of kinds.
  const shown = BREAKDOWNS.filter(({ key }) => (apis_by[key]?.length ?? 0) > 1);
  if (apis === 0 || shown.length === 0) return null;
  return (
    <Section title="APIs" note={`${formatPlural(apis, 'API')}. A bar opens the catalogue with that filter.`}>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-3">
        {shown.map(({ key, facet, title, none }) => (
          <RankedBars
            key={key}
            title={title}
            unit="APIs"
            items={(apis_by[key] ?? []).map((entry) => itemOf(entry, facet, none, links))}
            limit={9}
            restHref={links.apis()}
          />
        ))}
      </div>
    </Section>
  );
}

interface Entry {
  readonly value: string | null;
  readonly apis: number;
}

function itemOf({ value, apis }: Entry, facet: Facet, none: string, links: OverviewLinks): RankedItem {
  // In a filter the empty string stands for "no value".
  const filter: Partial<ApiListState> = { [facet]: [value ?? ''] };
  return { key: value ?? '', label: value ?? none, value: apis, href: links.apis(filter), none: value === null };
}
