/** ToolBench's `{required_parameters: […], optional_parameters: […]}`, as RapidAPI documents its endpoints. */
import { arrayOf, isObject, type JsonObject } from '../json-value.ts';
import { listOfArguments } from './listed.ts';

/** @param declared the two lists; null where there is neither */
export function rapidApiSchema(declared: unknown): JsonObject | null {
  if (!isObject(declared)) return null;
  const { required_parameters: required, optional_parameters: optional } = declared;
  if (!Array.isArray(required) && !Array.isArray(optional)) return null;
  return listOfArguments([
    ...arrayOf(required).map((one) => ({ declared: one, required: true })),
    ...arrayOf(optional).map((one) => ({ declared: one, required: false })),
  ]);
}
