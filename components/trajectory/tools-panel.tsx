'use client';

import { ArrowUpRight } from 'lucide-react';
import Link from 'next/link';
import { use, useMemo, useState } from 'react';
import { visibleText } from '@/components/content/visible-text';
import { Badge, Button, cx } from '@/components/ui';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { useShared } from './shared';
import { toolUses, type ToolUse } from './tool-usage';
import type { StepRow } from './types';

const FIRST = 60;

/** Tools declared and tools called, side by side. */
export function ToolsPanel({ steps }: { readonly steps: readonly StepRow[] }) {
  const { reads } = useShared();
  const tools = use(reads.record())?.tools ?? null;
  const uses = useMemo(() => toolUses(steps, tools), [steps, tools]);
  const [all, setAll] = useState(false);
  const called = uses.filter(({ calls }) => calls > 0).length;
  const undeclared = uses.filter(({ declared }) => declared === false).length;
  return (
    <div data-testid="tools-panel">
      <p className="mb-2 text-xs text-ink-3">
        {tools === null
          ? `The record declares no list of tools; ${formatPlural(called, 'tool is', 'tools are')} called.`
          : `${formatPlural(uses.length - undeclared, 'tool')} declared, ${formatCount(called)} called`}
        {undeclared > 0 ? <span className="text-warn">, {formatCount(undeclared)} of them undeclared</span> : null}
      </p>
      {uses.length === 0 ? null : (
        <table className="w-full table-fixed border-collapse text-xs">
          <colgroup>
            <col />
            <col className="w-20" />
            <col className="w-24" />
          </colgroup>
          <thead>
            <tr className="border-b border-line-strong text-left text-2xs text-ink-3">
              <th scope="col" className="py-0.5 font-medium">
                Tool
              </th>
              <th scope="col" className="py-0.5 font-medium">
                Declared
              </th>
              <th scope="col" className="py-0.5 text-right font-medium">
                Called
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? uses : uses.slice(0, FIRST)).map((use_) => (
              <ToolRow key={use_.name} tool={use_} />
            ))}
          </tbody>
        </table>
      )}
      {!all && uses.length > FIRST ? (
        <Button size="sm" className="mt-2" onClick={() => setAll(true)}>
          Show all {formatPlural(uses.length, 'tool')}
        </Button>
      ) : null}
    </div>
  );
}

function ToolRow({ tool }: { readonly tool: ToolUse }) {
  const { links, onGo } = useShared();
  const { name, apiId, declared, calls, invalid, first, description, schemaStatus } = tool;
  return (
    <tr className={cx('border-b border-line align-top', calls === 0 && 'text-ink-3')}>
      <th scope="row" className="min-w-0 py-1 pr-2 text-left font-normal">
        <span className="font-mono [overflow-wrap:anywhere]" title={description?.slice(0, 400)}>
          {visibleText(name.slice(0, 160))}
        </span>
        {apiId === null ? null : (
          <Link href={links.api(apiId)} prefetch={false} aria-label={`Open ${apiId.slice(0, 200)}`} className="ml-1">
            <ArrowUpRight className="inline size-3 text-accent" aria-hidden />
          </Link>
        )}
      </th>
      <td className="py-1">
        {declared === true ? (schemaStatus ?? 'yes') : declared === false ? <Badge tone="warn">no</Badge> : '—'}
      </td>
      <td className="tabular py-1 text-right">
        {first === null ? (
          'never'
        ) : (
          <button
            type="button"
            className="cursor-pointer text-accent hover:underline"
            onClick={() => onGo(first.step, first.call)}
          >
            {formatPlural(calls, 'time')}
          </button>
        )}
        {invalid > 0 ? <span className="block text-warn">{formatCount(invalid)} with problems</span> : null}
      </td>
    </tr>
  );
}
