/** Numbers of Python (The Python Language Reference, 2.4.4 to 2.4.6) as numbers of JSON. */

const INTEGER = /^(?:0(?:_?0)*|[1-9](?:_?\d)*|0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+)$/;
const FLOAT = /^(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d(?:_?\d)*)?$/;

/** @returns the number in JSON's syntax with all of its digits, or null: complex numbers and what is none */
export function pythonNumber(token: string): string | null {
  const digits = token.replaceAll('_', '');
  if (INTEGER.test(token)) return String(BigInt(digits));
  if (!FLOAT.test(token) || !/^\.?\d/.test(token) || !/[.eE]/.test(token)) return null;
  const [, whole = '', fraction = '', exponent = ''] = /^(\d*)(?:\.(\d*))?([eE].*)?$/.exec(digits) ?? [];
  const point = digits.includes('.') ? `.${fraction || '0'}` : '';
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${point}${exponent}`;
}
