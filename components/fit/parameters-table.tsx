import { ScrollArea } from '@/components/charts/scroll-area';
import type { NamedEstimate } from '@/lib/fit/question';
import { formatInterval, formatValue } from './number-text';

/** Parameters with the middle 95 % of their bootstrap. */
export function ParametersTable({ parameters }: { readonly parameters: readonly NamedEstimate[] }) {
  return (
    <ScrollArea label="Parameters" className="max-h-96 border-y border-line">
      <table className="tabular w-full max-w-2xl" data-testid="fit-parameters">
        <caption className="sr-only">Parameters of the fit</caption>
        <thead className="sticky top-0 bg-canvas text-left text-xs text-ink-3">
          <tr className="h-7 [&>th]:font-normal">
            <th>Parameter</th>
            <th className="pl-4 text-right">Value</th>
            <th className="pl-4 text-right">95 % interval</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={parameter.name} className="h-6 border-t border-line">
              <th scope="row" className="text-left font-normal">
                {parameter.name}
              </th>
              <td className="pl-4 text-right whitespace-nowrap">{formatValue(parameter.value)}</td>
              <td className="pl-4 text-right whitespace-nowrap text-ink-2">{formatInterval(parameter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
