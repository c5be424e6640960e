/** Arguments that BFCL accepts, spelled out: its lists of accepted values at every level (ast_checker.py). */

type Members = Readonly<Record<string, unknown>>;

/** A member that may be left out, and here is. */
const LEFT_OUT = Symbol('left out');

/**
 * @param accepted `{argument: [accepted value, …]}`; `""` among the values means that the argument may be left out
 * @returns the arguments with the first value of each, then with each other value in its place
 */
export function acceptedVariants(accepted: Members): Members[] {
  const choices = Object.entries(accepted).map(([name, values]) => [name, choicesOf(values)] as const);
  const first = choices.map(([name, values]) => [name, values[0]] as const);
  const others = choices.flatMap(([name, values], at) => values.slice(1).map((value) => first.with(at, [name, value])));
  return [first, ...others].map((members) => Object.fromEntries(members.filter(([, value]) => value !== LEFT_OUT)));
}

/** An empty list of accepted values stands for an empty list. */
function choicesOf(values: unknown): unknown[] {
  if (!Array.isArray(values)) return [values];
  if (values.length === 0) return [[]];
  const given = values.filter((value) => value !== '').flatMap(variantsOf);
  return values.includes('') ? [...given, LEFT_OUT] : given;
}

function variantsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const items = value.map(variantsOf);
    const first = items.map((one) => one[0]);
    return [first, ...items.flatMap((one, at) => one.slice(1).map((other) => first.with(at, other)))];
  }
  return typeof value === 'object' && value !== null ? acceptedVariants(value as Members) : [value];
}
