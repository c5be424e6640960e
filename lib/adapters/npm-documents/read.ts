/** Files of installed npm packages as documents of the components code and text. */
import { isObject, objectOf, textOf } from '../json-value.ts';
import { report, type Problem } from '../reasons.ts';
import type { InputFile, Sink } from '../records.ts';
import { decodeText } from '../text/decode.ts';
import { excerpt } from '../text/parsed.ts';
import type { FileClass } from './classify-file.ts';

/** A package as its package.json describes it. */
export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, or what the package says instead. */
  readonly licence: string | null;
}

/** Code whose lines are longer than this on average was written by a program: hand-written code stays below 80. */
const MAX_MEAN_LINE_LENGTH = 200;

/**
 * @param manifest parsed package.json
 * @returns the package, or null where name or version is missing
 */
export function packageInfo(manifest: unknown): PackageInfo | null {
  const { name, version, license, licenses } = objectOf(manifest);
  if (textOf(name) === null || textOf(version) === null) return null;
  return { name: String(name), version: String(version), licence: licenceOf(license) ?? licenceOf(licenses) };
}

/** Packages of old have an object, or a list of them, where there should be an expression. */
function licenceOf(declared: unknown): string | null {
  if (Array.isArray(declared))
    return (
      declared
        .map(licenceOf)
        .filter((one) => one !== null)
        .join(' OR ') || null
    );
  return isObject(declared) ? textOf(declared['type']) : textOf(declared);
}

/**
 * Reads one file. Never throws for what it holds: it becomes one document or one reject.
 * @param owner the package that the file is of
 * @param file its path is relative to the package
 * @param kind what `classifyFile` said of it
 */
export function readDocument(owner: PackageInfo, file: InputFile, kind: FileClass, sink: Sink): void {
  const path = `${owner.name}@${owner.version}/${file.path}`;
  const tell = (problem: Problem): void => report(sink, path, problem);
  const { text, problems } = decodeText(file.bytes);
  const problem = whyNot(text, kind);
  if (problem) return tell(problem);
  problems.forEach(tell);
  const { component, language } = kind;
  sink.document({ record_id: path, component, language, title: path, licence: owner.licence, content: text });
}

function whyNot(text: string, { component }: FileClass): Problem | null {
  const zero = text.indexOf('\0');
  if (zero >= 0)
    return rejected('not-text', `character ${zero}`, 'The file holds a NUL character.', excerpt(text, zero));
  if (text.trim() === '') return rejected('empty-file', '1:1', 'The file holds no text.', null);
  const mean = text.length / text.trimEnd().split('\n').length;
  if (component !== 'code' || mean <= MAX_MEAN_LINE_LENGTH) return null;
  const message = `The lines have ${Math.round(mean)} characters on average, more than ${MAX_MEAN_LINE_LENGTH}.`;
  return rejected('minified-text', '1:1', message, text.slice(0, 200));
}

function rejected(reason: Problem['reason'], position: string, message: string, raw: string | null): Problem {
  return { severity: 'rejected', reason, position, message, raw };
}
