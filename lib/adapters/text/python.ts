/** Python as data: literals, calls, definitions. Nothing is ever executed. */
export { parsePythonCalls, type PythonArgument, type PythonCall } from './python-calls.ts';
export {
  parsePythonAssignments,
  parsePythonFunctions,
  type PythonAssignment,
  type PythonFunction,
  type PythonParameter,
} from './python-definitions.ts';
export { parsePythonLiteral, type ParsedPython, type PythonLiteral } from './python-literal.ts';
