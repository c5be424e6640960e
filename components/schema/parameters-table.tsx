'use client';

import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Markdown } from '@/components/content/markdown';
import { visibleText } from '@/components/content/visible-text';
import { Badge, Button, cx } from '@/components/ui';
import { Facts } from './facts';
import { constraintsOf, hasStructure } from './param-constraints';
import { SchemaTree } from './schema-tree';
import type { ApiParam } from './types';
import type { LoadDefinition } from './use-definitions';

export interface ParametersTableProps {
  readonly params: readonly ApiParam[];
  readonly load: LoadDefinition;
}

/** Parameters as rows: name, place, type, and what else is said of each. */
export function ParametersTable({ params, load }: ParametersTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-sm max-md:block" data-testid="parameters">
      <colgroup className="max-md:hidden">
        <col className="w-[26%]" />
        <col className="w-16" />
        <col className="w-[18%]" />
        <col />
      </colgroup>
      <thead className="max-md:sr-only">
        <tr className="border-b border-line-strong text-left text-xs text-ink-3">
          <th scope="col" className="py-1 pr-3 font-medium">
            Name
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            In
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            Type
          </th>
          <th scope="col" className="py-1 font-medium">
            Description and constraints
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {params.map((param, index) => (
          <ParameterRow key={`${param.location} ${param.name} ${index}`} param={param} load={load} />
        ))}
      </tbody>
    </table>
  );
}

const cell = 'py-1.5 pr-3 align-top max-md:inline-block max-md:py-0';

function ParameterRow({ param, load }: { readonly param: ApiParam; readonly load: LoadDefinition }) {
  const [open, setOpen] = useState(false);
  const facts = useMemo(() => constraintsOf(param.constraints), [param.constraints]);
  const { schema } = param;
  return (
    <tr className="border-b border-line last:border-0 max-md:block max-md:py-2">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <span className="font-mono text-xs leading-5 font-semibold [overflow-wrap:anywhere]">
          {visibleText(param.name)}
        </span>
        {param.required ? <span className="ml-2 text-2xs font-medium text-accent">required</span> : null}
      </th>
      <td className={cell}>
        <span className="text-xs text-ink-3">{param.location}</span>
      </td>
      <td className={cell}>
        <span className="font-mono text-xs [overflow-wrap:anywhere] text-ink-2">
          {param.type === null ? <Badge>no type</Badge> : visibleText(param.type)}
        </span>
      </td>
      <td className="min-w-0 space-y-1 py-1.5 align-top max-md:block max-md:pt-1 max-md:pb-0">
        {param.description === null ? null : (
          <Markdown text={param.description} first={800} className="prose-small text-ink-2" />
        )}
        <Facts facts={facts} />
        {schema !== null && hasStructure(schema) ? (
          <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)} className="-ml-2">
            <ChevronRight className={cx('transition-transform', open && 'rotate-90')} aria-hidden /> Schema
          </Button>
        ) : null}
        {open && schema !== null ? <SchemaTree text={schema} label={param.name} load={load} /> : null}
      </td>
    </tr>
  );
}
