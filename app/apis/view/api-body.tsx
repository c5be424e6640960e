'use client';

import { useCallback } from 'react';
import { ExamplesPanel } from '@/components/api/examples-panel';
import { DocumentationPanel } from '@/components/api/documentation-panel';
import { ParametersPanel } from '@/components/api/parameters-panel';
import { ResponsesPanel } from '@/components/api/responses-panel';
import { SchemaPanel } from '@/components/api/schema-panel';
import { SecurityPanel } from '@/components/api/security-panel';
import type { ApiDoc, ApiLinks } from '@/components/api/types';
import { SectionNav, SectionStrip, type SectionLink } from '@/components/content/section-nav';
import { ErrorBoundary } from '@/components/ui';
import { definitionId, parseApiId } from '@/lib/corpus';
import { retry, runQuery, useCorpus, useQuery } from '@/lib/data';
import { apiDoc, definitions } from '@/lib/queries/api-record';
import { formatCount } from '@/lib/format/numbers';
import { CallsSection, RawSection, SiblingsSection, TrainingSection } from './api-sections';
import { UnknownApi } from './unknown-api';

interface ApiBodyProps {
  readonly id: string;
  readonly links: ApiLinks;
}

/** The documentation of one API, section by section. */
export function ApiBody({ id, links }: ApiBodyProps) {
  const [doc] = useQuery(apiDoc(id));
  const load = useLoadDefinition(id);
  if (doc === undefined) return <UnknownApi id={id} links={links} />;
  const sections = sectionsOf(doc);
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_11rem] lg:gap-x-10">
      <SectionStrip sections={sections} />
      <div className="min-w-0">
        <Guarded name="the description">
          <DocumentationPanel doc={doc} />
        </Guarded>
        <Guarded name="the parameters">
          <ParametersPanel params={doc.params} load={load} />
        </Guarded>
        <Guarded name="the request schema">
          <SchemaPanel
            {...{
              id: 'request',
              title: requestTitle(doc),
              note: doc.request_type,
              schema: doc.request_schema,
              label: 'body',
              load,
            }}
            absent="No schema of a request body is documented."
          />
        </Guarded>
        <Guarded name="the response schema">
          <SchemaPanel
            {...{
              id: 'response',
              title: 'Response schema',
              note: 'first success',
              schema: doc.response_schema,
              label: 'response',
              load,
            }}
            absent="No schema of a success response is documented."
          />
        </Guarded>
        <Guarded name="the responses">
          <ResponsesPanel responses={doc.responses} />
        </Guarded>
        <Guarded name="the examples">
          <ExamplesPanel examples={doc.examples} />
        </Guarded>
        <Guarded name="the security requirements">
          <SecurityPanel security={doc.security} />
        </Guarded>
        <TrainingSection id={id} document={doc.document} />
        <CallsSection id={id} links={links} />
        <SiblingsSection id={id} links={links} />
        <RawSection id={id} doc={doc} />
      </div>
      <aside className="hidden lg:block">
        <div className="sticky top-[calc(var(--header-height)+1.25rem)] pt-5">
          <SectionNav sections={sections} />
        </div>
      </aside>
    </div>
  );
}

/** A panel that cannot be drawn leaves the others alone. */
function Guarded({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <ErrorBoundary name={name} onRetry={retry}>
      {children}
    </ErrorBoundary>
  );
}

function useLoadDefinition(id: string) {
  const corpus = useCorpus();
  return useCallback(
    async (name: string): Promise<string | null> => {
      const key = parseApiId(id);
      if (key === null) return null;
      const [found] = await runQuery(corpus, definitions([definitionId({ ...key, name })]));
      return found?.schema ?? null;
    },
    [corpus, id],
  );
}

/** A function has arguments where an operation has a body. */
function requestTitle({ params }: ApiDoc): string {
  return params.some(({ location }) => location === 'argument') ? 'Arguments' : 'Request body';
}

function sectionsOf(doc: ApiDoc): SectionLink[] {
  return [
    { id: 'docs', label: 'Documentation' },
    {
      id: 'parameters',
      label: 'Parameters',
      count: doc.params.length > 0 ? formatCount(doc.params.length) : undefined,
    },
    { id: 'request', label: requestTitle(doc) },
    { id: 'response', label: 'Response schema' },
    { id: 'responses', label: 'Responses' },
    { id: 'examples', label: 'Examples' },
    { id: 'security', label: 'Security' },
    { id: 'training', label: 'Training document' },
    { id: 'calls', label: 'Calls' },
    { id: 'siblings', label: 'Same tool' },
    { id: 'raw', label: 'Source and raw' },
  ];
}
