/** Which tool or API a call went to. */
import type { CallRecord, TrajectoryRecord } from '../adapters/records.ts';
import type { Catalogue, CatalogueEntry } from './audit.ts';
import type { Finding } from './problems.ts';
import { showValue } from './show-value.ts';
import { isFree, isReserved } from './syntaxes.ts';

export interface Link {
  readonly entry: CatalogueEntry | null;
  readonly findings: readonly Finding[];
}

/** @returns a function that links the calls of one trajectory */
export function linker(
  { tools }: TrajectoryRecord,
  declared: readonly CatalogueEntry[],
  catalogue: Catalogue,
): (call: CallRecord) => Link {
  const byName = new Map<string, CatalogueEntry[]>();
  for (const entry of declared) byName.set(entry.tool.name, [...(byName.get(entry.tool.name) ?? []), entry]);
  return (call) => {
    // What the source itself says of the call is not looked for by name.
    if (call.api_id !== null) return { entry: catalogue.withId(call.api_id), findings: [] };
    const own = distinct(byName.get(call.tool_name) ?? []);
    if (own.length > 0) return chosen(call, own, 'tools of the trajectory');
    const known = distinct(catalogue.named(call.tool_name));
    // Where tools are neither declared nor documented, there is nothing that a call could be linked to.
    const isKnowable = tools !== null || !catalogue.isEmpty;
    const isExpected = isKnowable && !isFree(call.syntax) && !isReserved(call.tool_name);
    const undeclared = tools === null || !isExpected ? [] : [undeclaredTool(call, tools.length)];
    if (known.length === 0) return { entry: null, findings: isExpected ? [...undeclared, unknownApi(call)] : [] };
    const { entry, findings } = chosen(call, known, 'APIs of the catalogue');
    return { entry, findings: [...undeclared, ...findings] };
  };
}

/** The same declaration twice is no choice. */
function distinct(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  return [...new Map(entries.map((entry) => [entry.api_id, entry])).values()];
}

function chosen(call: CallRecord, entries: readonly CatalogueEntry[], of: string): Link {
  if (entries.length === 1) return { entry: entries[0]!, findings: [] };
  const message = `${entries.length} ${of} are called ${showValue(call.tool_name)}.`;
  return { entry: null, findings: [{ call: call.call, code: 'ambiguous-api', pointer: null, message }] };
}

function undeclaredTool({ call, tool_name }: CallRecord, count: number): Finding {
  const message = `${showValue(tool_name)} is not among the ${count} tools that the trajectory declares.`;
  return { call, code: 'undeclared-tool', pointer: null, message };
}

function unknownApi({ call, tool_name }: CallRecord): Finding {
  const message = `No declared tool and no API of the catalogue is called ${showValue(tool_name)}.`;
  return { call, code: 'unknown-api', pointer: null, message };
}
