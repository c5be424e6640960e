/** Constraints and other keywords of a schema as short facts. Pure. */
import { summarise, type JsonValue } from '@/components/content/json';

export interface Fact {
  readonly name: string;
  /** Values as they are written; more than one for enum and examples. */
  readonly values: readonly string[];
  /** Values in all, those left out included. */
  readonly total: number;
}

/** Said elsewhere: by the type, the children or the marks. */
const ELSEWHERE = new Set(
  (
    '$ref $defs $schema $id $comment title description type format properties patternProperties items prefixItems allOf ' +
    'oneOf anyOf not if then else contains propertyNames dependentSchemas required deprecated readOnly writeOnly nullable'
  ).split(' '),
);

const LONGEST_VALUE = 160;
const MOST_VALUES = 24;
const MOST_FACTS = 16;

/**
 * @param schema a JSON Schema
 * @param prefix said before each name, e.g. "items "
 * @returns its constraints in the order of the document; extensions (`x-…`) are left to the raw text
 */
export function factsOf(schema: JsonValue, prefix = ''): Fact[] {
  return schema.members
    .filter(({ key }) => !ELSEWHERE.has(key) && !key.startsWith('x-'))
    .slice(0, MOST_FACTS)
    .flatMap(({ key, value }) => fact(key, value, prefix));
}

function fact(key: string, value: JsonValue, prefix: string): Fact[] {
  if (key === 'additionalProperties') {
    if (value.kind === 'object') return [];
    return [one(`${prefix}other properties`, value.isTrue ? 'allowed' : 'not allowed')];
  }
  if (value.kind === 'array' && (key === 'enum' || key === 'examples')) {
    const values = value.elements.slice(0, MOST_VALUES).map((element) => short(element));
    return [{ name: prefix + key, values, total: value.size }];
  }
  return [one(prefix + key, short(value))];
}

function one(name: string, value: string): Fact {
  return { name, values: [value], total: 1 };
}

/** Small containers as written, large ones by their size. */
function short(value: JsonValue): string {
  const text = value.text;
  if (value.size > 0 && text.length <= LONGEST_VALUE) return text;
  return summarise(value, LONGEST_VALUE);
}
