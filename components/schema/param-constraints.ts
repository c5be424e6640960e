import { parseJson } from '@/components/content/json';
import { factsOf, type Fact } from './schema-facts';

/** @returns the constraints of a parameter (api_docs.params.constraints) as facts; none where there are none */
export function constraintsOf(constraints: string | null): Fact[] {
  if (constraints === null) return [];
  const parsed = parseJson(constraints);
  return 'value' in parsed ? factsOf(parsed.value) : [];
}

/** @returns whether a parameter's schema has more to say than its type: properties, combinations or a reference */
export function hasStructure(schema: string | null): boolean {
  return schema !== null && /"(?:properties|allOf|oneOf|anyOf|\$ref|additionalProperties)"\s*:/.test(schema);
}
