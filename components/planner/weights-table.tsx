import { COMPONENTS, type Component } from '@/lib/corpus';
import { ScrollArea } from '@/components/charts/scroll-area';
import type { Allocation } from '@/lib/mixture/plan';
import type { Planner } from './use-planner';
import { WeightRow } from './weight-row';

/** Weights and what they take, by component and, where it has several, source. */
export function WeightsTable({ planner }: { readonly planner: Planner }) {
  const head = 'px-2 text-right font-normal whitespace-nowrap';
  return (
    // Relative: the hidden labels of its fields would else lie beyond it, and widen a narrow page.
    <ScrollArea label="Weights" className="relative border-t border-line">
      <table className="tabular w-full min-w-216" data-testid="plan-weights">
        <caption className="sr-only">Weights, tokens drawn and epochs by component and source</caption>
        <thead className="text-xs text-ink-3">
          <tr className="h-7 border-b border-line">
            <th className="text-left font-normal">Component and source</th>
            <th className="w-7" aria-label="Lock" />
            <th className="w-40 text-left font-normal">Weight</th>
            <th className="w-20" aria-label="Weight in per cent" />
            <th className={head}>Available</th>
            <th className={head}>Drawn</th>
            <th className={head}>% of drawn</th>
            <th className={head}>Epochs</th>
            <th className={head}>Limit</th>
            <th className={head}>Never drawn</th>
          </tr>
        </thead>
        {COMPONENTS.map((component) => (
          <ComponentRows key={component} component={component} planner={planner} />
        ))}
      </table>
    </ScrollArea>
  );
}

function ComponentRows({ component, planner }: { readonly component: Component; readonly planner: Planner }) {
  const own = planner.mixture.allocations.filter(({ stratum }) => stratum.component === component);
  const [first] = own;
  if (first === undefined) return null;
  const only = own.length === 1;
  return (
    <tbody className="border-b border-line">
      <WeightRow
        planner={planner}
        component={component}
        label={component}
        title={only ? first.stratum.title : `${own.length} sources`}
        own={own}
        level="component"
      />
      {only
        ? null
        : own.map((allocation: Allocation) => (
            <WeightRow
              key={allocation.stratum.key}
              planner={planner}
              component={component}
              label={allocation.stratum.title}
              title={null}
              own={[allocation]}
              level="source"
            />
          ))}
    </tbody>
  );
}
