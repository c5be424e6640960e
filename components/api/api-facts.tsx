import type { ReactNode } from 'react';
import { FoldedText } from '@/components/content/folded-text';
import { Badge, MethodBadge } from '@/components/ui';
import type { Row } from '@/lib/corpus';
import type { Manifest } from '@/lib/corpus/manifest';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { PathTemplate } from './path-template';
import { SchemaStatus } from './schema-status';

export interface ApiFactsProps {
  readonly api: Row<'apis'>;
  readonly source: Manifest['sources'][number] | undefined;
}

/** What the catalogue knows of an API: method and path, summary, and its numbers. */
export function ApiFacts({ api, source }: ApiFactsProps) {
  return (
    <div data-testid="api-facts">
      {api.path === null ? null : (
        <p className="mt-1 flex items-baseline gap-2">
          <MethodBadge method={api.method} className="text-xs" />
          <PathTemplate path={api.path} />
          {api.deprecated ? <Badge tone="warn">deprecated</Badge> : null}
        </p>
      )}
      {api.summary === null ? null : (
        <p className="mt-1.5 max-w-[78ch] text-base text-ink-2">
          <FoldedText text={api.summary} first={400} />
        </p>
      )}
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
        <Fact name="Schema">
          <SchemaStatus status={api.schema_status} />
        </Fact>
        <Fact name="Training document">
          <span data-testid="doc-tokens">{formatPlural(api.doc_tokens, 'token')}</span>
        </Fact>
        <Fact name="Calls">
          {api.n_calls === 0
            ? 'never called'
            : `${formatCount(api.n_calls)} in ${formatPlural(api.n_trajectories, 'trajectory', 'trajectories')}`}
          {api.n_invalid > 0 ? <span className="text-bad">, {formatCount(api.n_invalid)} with problems</span> : null}
        </Fact>
        {api.domain === null ? null : <Fact name="Domain">{api.domain.slice(0, 100)}</Fact>}
        <Fact name="Source">
          {source?.title ?? api.source}
          <span className="text-ink-3"> · {source?.licence ?? 'licence unknown'}</span>
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="tabular min-w-0">{children}</dd>
    </div>
  );
}
