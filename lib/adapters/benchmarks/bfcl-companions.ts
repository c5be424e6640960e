/** Files of BFCL that are read along with a file of questions. */
import { apiId } from '../../corpus/index.ts';
import type { OpenFile } from '../adapter.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { BFCL_FUNCTION_FILES, bfclFileOf } from '../tools/bfcl-classes.ts';
import { toolDeclaration } from '../tools/tool-declaration.ts';

const FUNCTIONS = 'multi_turn_func_doc';

/**
 * @param path a file of questions
 * @returns possible answers, which are read with their questions only, and documents of functions, which are tools of
 *   the catalogue as well
 */
export function bfclCompanions(path: string): { path: string; consumed: boolean }[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = dataFolder(path);
  return [
    { path: `${folder}possible_answer/${name}`, consumed: true },
    ...BFCL_FUNCTION_FILES.map((file) => ({ path: `${folder}${FUNCTIONS}/${file}`, consumed: false })),
  ];
}

/** Unused data sets keep questions in a folder of their own, beside the one of answers. */
function dataFolder(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return folder.replace(/(^|\/)question\/$/, '$1');
}

/** @returns the functions of a class, each under its id in the catalogue; null where the import has no file of them */
export function bfclFunctionsOf(className: string, file: OpenFile): ToolDeclaration[] | null {
  const name = bfclFileOf(className);
  const records = name === null ? null : file.companion(`${dataFolder(file.path)}${FUNCTIONS}/${name}`);
  if (records === null) return null;
  return records.flatMap(({ value, raw }) => {
    const tool = toolDeclaration(value, raw);
    if (tool === null) return [];
    const api_id = apiId({ provider: 'bfcl', tool: className, name: tool.name });
    return [{ ...tool, dialect: 'bfcl' as const, group: className, api_id }];
  });
}
