'use client';

import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { StackedBar } from '@/components/charts/stacked-bar';
import { Badge, ComponentSwatch } from '@/components/ui/badge';
import { COMPONENT_FILL } from '@/components/ui/component-fill';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import { COMPONENTS, type Component } from '@/lib/corpus';
import type { Manifest } from '@/lib/corpus/manifest';
import { formatCompact, formatCount, formatPercent } from '@/lib/format/numbers';
import { MEASURES, mixtureOf, type Measure, type MixtureComponent, type MixturePart } from './mixture';
import { Section } from './section';

const SCALES = ['share', 'count'] as const;
type Scale = (typeof SCALES)[number];

const measureNames: Readonly<Record<Measure, string>> = { tokens: 'Tokens', records: 'Records', chars: 'Characters' };

/** The mixture at a glance: one bar that is the whole corpus, and the rows it is made of. */
export function MixtureSection({ manifest }: { readonly manifest: Manifest }) {
  const [{ measure, scale }, setState] = useQueryStates({
    measure: parseAsStringLiteral(MEASURES).withDefault('tokens'),
    scale: parseAsStringLiteral(SCALES).withDefault('share'),
  });
  const mixture = mixtureOf(manifest, measure);
  const controls = (
    <>
      <Segmented
        label="Measure"
        value={measure}
        onValueChange={(next) => void setState({ measure: next })}
        options={MEASURES.map((value) => ({ value, label: measureNames[value] }))}
      />
      <Segmented
        label="Scale"
        value={scale}
        onValueChange={(next) => void setState({ scale: next })}
        options={[
          { value: 'share', label: 'Share' },
          { value: 'count', label: 'Count' },
        ]}
      />
    </>
  );
  return (
    <Section title="Mixture" note={`${measureNames[measure]} by component and source.`} controls={controls}>
      {mixture.length === 0 ? (
        <EmptyState title="No source contributes to any component">
          corpus.json lists {formatCount(manifest.sources.length)} sources and none with records.
        </EmptyState>
      ) : (
        <>
          <StackedBar
            label={`Mixture by ${measureNames[measure].toLowerCase()}`}
            segments={mixture.map((entry) => segmentOf(entry, measure, scale))}
          />
          <MixtureTable mixture={mixture} measure={measure} scale={scale} />
        </>
      )}
    </Section>
  );
}

function valueText(scale: Scale, { value, share }: { readonly value: number; readonly share: number }): string {
  return scale === 'share' ? formatPercent(share) : formatCompact(value);
}

function segmentOf(entry: MixtureComponent, measure: Measure, scale: Scale) {
  return {
    key: entry.component,
    component: entry.component,
    label: entry.component,
    share: entry.share,
    text: valueText(scale, entry),
    parts: entry.parts.map((part) => ({
      key: part.source,
      share: part.share,
      title: `${part.title}: ${formatCount(part.value)} ${measureNames[measure].toLowerCase()}, ${formatPercent(part.share)}`,
    })),
  };
}

interface MixtureTableProps {
  readonly mixture: readonly MixtureComponent[];
  readonly measure: Measure;
  readonly scale: Scale;
}

function MixtureTable({ mixture, measure, scale }: MixtureTableProps) {
  const largest = Math.max(...mixture.map((entry) => entry.share), Number.MIN_VALUE);
  return (
    <table className="mt-5 w-full table-fixed border-t border-line">
      <caption className="sr-only">{measureNames[measure]} by component and source</caption>
      <thead className="text-left text-xs text-ink-3">
        <tr className="h-7 border-b border-line">
          <th className="font-normal">Component and source</th>
          <th className="hidden w-2/5 font-normal sm:table-cell" aria-hidden />
          <th className="w-28 text-right font-normal whitespace-nowrap">
            {scale === 'share' ? `% of ${measure}` : measureNames[measure]}
          </th>
          <th className="hidden w-32 text-right font-normal sm:table-cell">
            {measure === 'records' ? '' : `per record`}
          </th>
        </tr>
      </thead>
      {COMPONENTS.map((component) => {
        const entry = mixture.find((candidate) => candidate.component === component);
        if (!entry) return null;
        return (
          <tbody key={component}>
            <MixtureRow
              name={component}
              component={component}
              row={entry}
              only={soleSource(entry)}
              {...{ measure, scale, largest }}
            />
            {(entry.parts.length > 1 ? entry.parts : []).map((part) => (
              <MixtureRow
                key={part.source}
                name={part.title}
                component={component}
                row={part}
                constructed={part.constructed}
                indented
                {...{ measure, scale, largest }}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

/** A component of one source is one row that names it. */
function soleSource({ parts }: MixtureComponent): MixturePart | null {
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

interface MixtureRowProps {
  readonly name: string;
  readonly component: Component;
  readonly row: { readonly value: number; readonly share: number; readonly records: number };
  readonly measure: Measure;
  readonly scale: Scale;
  readonly largest: number;
  readonly indented?: boolean;
  readonly constructed?: boolean;
  /** The only source of the component. */
  readonly only?: MixturePart | null;
}

function MixtureRow(props: MixtureRowProps) {
  const { name, component, row, measure, scale, largest, indented = false, only = null } = props;
  const constructed = props.constructed ?? only?.constructed ?? false;
  return (
    <tr className={indented ? 'h-6 text-ink-2' : 'h-8 font-medium'}>
      <th scope="row" className={indented ? 'pl-4 text-left font-normal' : 'text-left font-medium'}>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 max-sm:py-1">
          {indented ? null : <ComponentSwatch component={component} />}
          <span className={indented ? 'truncate' : 'capitalize'}>{name}</span>
          {only === null ? null : <span className="truncate font-normal text-ink-2">{only.title}</span>}
          {constructed ? <Badge tone="warn">constructed</Badge> : null}
        </span>
      </th>
      <td className="hidden px-3 sm:table-cell" aria-hidden>
        <div
          className={`min-w-px rounded-r-[2px] ${COMPONENT_FILL[component]} ${indented ? 'h-[3px] opacity-60' : 'h-2'}`}
          style={{ width: `${(row.share / largest) * 100}%` }}
        />
      </td>
      <td className="tabular text-right whitespace-nowrap">
        {scale === 'share' ? formatPercent(row.share) : formatCount(row.value)}
      </td>
      <td className="tabular hidden text-right text-ink-3 sm:table-cell">
        {measure === 'records' || row.records === 0 ? '' : formatCount(row.value / row.records)}
      </td>
    </tr>
  );
}
