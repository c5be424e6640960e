'use client';

import { use, useMemo, useState } from 'react';
import { FoldedText } from '@/components/content/folded-text';
import { parseJson } from '@/components/content/json';
import { Markdown } from '@/components/content/markdown';
import { visibleText } from '@/components/content/visible-text';
import { Facts } from '@/components/schema/facts';
import { constraintsOf, hasStructure } from '@/components/schema/param-constraints';
import { SchemaTree } from '@/components/schema/schema-tree';
import type { ApiParam } from '@/components/schema/types';
import type { LoadDefinition } from '@/components/schema/use-definitions';
import { Badge, Button, cx, type Tone } from '@/components/ui';
import { formatPlural } from '@/lib/format/numbers';
import { argumentTable, type ArgumentLine, type Verdict } from './argument-lines';
import { FindingsList } from './findings-list';
import { readableArguments } from './readable-arguments';
import type { Finding, StepCall } from './types';

export interface ArgumentsSectionProps {
  readonly call: StepCall;
  /** What the API declares; null where nothing is known of it. */
  readonly params: readonly ApiParam[] | null;
  readonly findings: readonly Finding[];
  readonly load: LoadDefinition;
}

/** The arguments against the schema: what each should be, what was given, and what is wrong with it. */
export function ArgumentsSection(props: ArgumentsSectionProps) {
  const { call } = props;
  const isJson = useMemo(() => isJsonObject(call.arguments), [call.arguments]);
  return isJson || call.arguments === null ? (
    <ArgumentLines {...props} text={call.arguments} />
  ) : (
    <ReadArgumentLines {...props} text={call.arguments} />
  );
}

/** Arguments in another writing than JSON: the reader of the audit says what they are. */
function ReadArgumentLines({ text, ...props }: ArgumentsSectionProps & { readonly text: string }) {
  const read = use(readableArguments(text, props.call.syntax));
  return (
    <>
      <p className="mb-1.5 text-xs text-ink-3">
        {read === null
          ? 'The arguments could not be read by name; they are shown as they stand beside the call.'
          : 'The arguments are not written as JSON; this is what they were read as.'}
      </p>
      <ArgumentLines {...props} text={read} />
    </>
  );
}

function isJsonObject(text: string | null): boolean {
  if (text === null || text.trim() === '') return true;
  const parsed = parseJson(text);
  return 'value' in parsed && parsed.value.kind === 'object';
}

function ArgumentLines({
  text,
  params,
  findings,
  load,
}: Omit<ArgumentsSectionProps, 'call'> & { readonly text: string | null }) {
  const [all, setAll] = useState(false);
  const table = useMemo(() => argumentTable(text, params, findings), [text, params, findings]);
  const optional = table.lines.filter(({ verdict, declared }) => verdict === 'left-out' && declared?.required !== true);
  const shown = all ? table.lines : table.lines.filter((line) => !optional.includes(line));
  return (
    <div className="space-y-2">
      <FindingsList findings={table.others} withMeaning />
      {shown.length === 0 ? (
        <p className="text-xs text-ink-3">No arguments were given.</p>
      ) : (
        <ArgumentTable lines={shown} load={load} />
      )}
      {optional.length > 0 ? (
        <Button size="sm" variant="ghost" aria-expanded={all} onClick={() => setAll(!all)} className="-ml-2">
          {all ? 'Hide' : 'Show'} {formatPlural(optional.length, 'optional argument')} that{' '}
          {optional.length === 1 ? 'was' : 'were'} left out
        </Button>
      ) : null}
    </div>
  );
}

interface ArgumentTableProps {
  readonly lines: readonly ArgumentLine[];
  readonly load: LoadDefinition;
}

function ArgumentTable({ lines, load }: ArgumentTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-xs" data-testid="arguments">
      <colgroup>
        <col className="w-[36%]" />
        <col />
        <col className="w-[5.25rem]" />
      </colgroup>
      <thead>
        <tr className="border-b border-line-strong text-left text-2xs text-ink-3">
          <th scope="col" className="py-0.5 pr-2 font-medium">
            Declared
          </th>
          <th scope="col" className="py-0.5 pr-2 font-medium">
            Given
          </th>
          <th scope="col" className="py-0.5 text-right font-medium">
            Verdict
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <ArgumentRow key={line.pointer} line={line} load={load} />
        ))}
      </tbody>
    </table>
  );
}

const VERDICTS: Readonly<Record<Verdict, { readonly tone: Tone; readonly label: string; readonly means: string }>> = {
  problem: { tone: 'bad', label: 'problem', means: 'The value does not fit what is declared.' },
  missing: { tone: 'bad', label: 'missing', means: 'It is required, and was not given.' },
  fits: { tone: 'good', label: 'fits', means: 'Nothing speaks against it.' },
  unjudged: { tone: 'neutral', label: 'not judged', means: 'No type is declared that the value could break.' },
  undeclared: { tone: 'warn', label: 'not declared', means: 'The documentation does not list it.' },
  'left-out': { tone: 'neutral', label: 'left out', means: 'It was not given.' },
};

function ArgumentRow({ line, load }: { readonly line: ArgumentLine; readonly load: LoadDefinition }) {
  const [open, setOpen] = useState(false);
  const { name, declared, value, findings, verdict } = line;
  const look = VERDICTS[verdict];
  return (
    <>
      <tr className={cx('align-top', findings.length === 0 && !open && 'border-b border-line')} data-verdict={verdict}>
        <th scope="row" className="py-1 pr-2 text-left font-normal">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="cursor-pointer text-left font-mono font-semibold [overflow-wrap:anywhere] hover:text-accent hover:underline"
          >
            {visibleText(name.slice(0, 160))}
          </button>
          <span className="block font-mono text-2xs [overflow-wrap:anywhere] text-ink-3">
            {declared === null ? '' : visibleText((declared.type ?? 'no type').slice(0, 120))}
            {declared?.required ? <span className="ml-1.5 font-sans font-medium text-accent">required</span> : null}
          </span>
        </th>
        <td className="py-1 pr-2 font-mono [overflow-wrap:anywhere]">
          {value === null ? <span className="text-ink-3">—</span> : <FoldedText text={value} first={160} />}
        </td>
        <td className="py-1 text-right">
          <Badge tone={look.tone} title={look.means}>
            {look.label}
          </Badge>
        </td>
      </tr>
      {findings.length > 0 || open ? (
        <tr className="border-b border-line">
          <td colSpan={3} className="space-y-1.5 pb-2">
            <FindingsList findings={findings} withMeaning />
            {open ? <Declared param={declared} load={load} /> : null}
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Declared({ param, load }: { readonly param: ApiParam | null; readonly load: LoadDefinition }) {
  if (param === null) return <p className="text-ink-3">Nothing is declared of this argument.</p>;
  const { schema, description } = param;
  return (
    <div className="space-y-1 border-l border-line-strong pl-2">
      <p className="text-2xs text-ink-3">in {param.location}</p>
      {description === null ? null : <Markdown text={description} first={600} className="prose-small text-ink-2" />}
      <Facts facts={constraintsOf(param.constraints)} />
      {schema !== null && hasStructure(schema) ? <SchemaTree text={schema} label={param.name} load={load} /> : null}
    </div>
  );
}
