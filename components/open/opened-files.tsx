'use client';

import { visibleText } from '@/components/content/visible-text';
import { Badge, Select } from '@/components/ui';
import { Ticked } from '@/components/ui/ticked';
import { formatBytes, formatCount } from '@/lib/format/numbers';
import type { OpenedFile } from '@/lib/open/opened';

export interface OpenedFilesProps {
  readonly files: readonly OpenedFile[];
  /** Format that all files are read as; null where each is recognised. */
  readonly forced: string | null;
  readonly onFormat: (format: string | null) => void;
}

const AUTO = 'auto';
/** Files that are listed; of a folder of hundreds the rest is counted. */
const SHOWN = 200;

/** What each file was taken for and why, what it gave, and how to read it as something else. */
export function OpenedFiles({ files, forced, onFormat }: OpenedFilesProps) {
  const names = [
    ...new Set(files.flatMap(({ format, alternatives }) => [...(format === null ? [] : [format]), ...alternatives])),
  ];
  return (
    <details className="border-b border-line" open={files.length <= 3}>
      <summary className="flex cursor-pointer items-center gap-3 px-3 py-1.5 text-xs text-ink-2">
        {formatCount(files.length)} {files.length === 1 ? 'file' : 'files'} read as {formatsOf(files)}
      </summary>
      <div className="overflow-x-auto px-3 pb-2">
        {names.length < 2 && forced === null ? null : (
          <Select
            label="Format"
            prefix="Read as"
            value={forced ?? AUTO}
            onValueChange={(value) => onFormat(value === AUTO ? null : value)}
            options={[
              { value: AUTO, label: 'what is recognised' },
              ...[...new Set([...names, ...(forced === null ? [] : [forced])])].map((name) => ({
                value: name,
                label: name,
              })),
            ]}
            className="mb-2"
          />
        )}
        <table className="tabular w-full text-left text-xs" data-testid="opened-files">
          <thead className="text-ink-3">
            <tr>
              <th className="py-1 pr-4 font-medium">File</th>
              <th className="py-1 pr-4 font-medium">Format</th>
              <th className="py-1 pr-4 font-medium max-sm:hidden">Recognised by</th>
              <th className="py-1 pr-4 text-right font-medium max-sm:hidden">Size</th>
              <th className="py-1 pr-4 text-right font-medium">Trajectories</th>
              <th className="py-1 pr-4 text-right font-medium">APIs</th>
              <th className="py-1 text-right font-medium">Rejected</th>
            </tr>
          </thead>
          <tbody>
            {files.slice(0, SHOWN).map((file) => (
              <FileRow key={file.path} file={file} />
            ))}
          </tbody>
        </table>
        {files.length > SHOWN ? (
          <p className="mt-1 text-xs text-ink-3">and {formatCount(files.length - SHOWN)} more</p>
        ) : null}
      </div>
    </details>
  );
}

function FileRow({ file }: { readonly file: OpenedFile }) {
  const { path, format, title, reason, bytes, trajectories, apis, rejected, warnings } = file;
  return (
    <tr className="border-t border-line align-top">
      <td className="max-w-80 min-w-28 py-1 pr-4 font-mono [overflow-wrap:anywhere]">
        {visibleText(path.slice(-200))}
      </td>
      <td className="py-1 pr-4 whitespace-nowrap">
        {format === null ? <Badge tone="warn">not recognised</Badge> : <span title={title ?? undefined}>{format}</span>}
      </td>
      <td className="max-w-96 py-1 pr-4 text-ink-2 max-sm:hidden">
        <Ticked text={visibleText(reason.slice(0, 200))} />
      </td>
      <td className="py-1 pr-4 text-right max-sm:hidden">{formatBytes(bytes)}</td>
      <td className="py-1 pr-4 text-right">{formatCount(trajectories)}</td>
      <td className="py-1 pr-4 text-right">{formatCount(apis)}</td>
      <td className="py-1 text-right">
        {formatCount(rejected)}
        {warnings > 0 ? <span className="text-ink-3"> ({formatCount(warnings)} warnings)</span> : null}
      </td>
    </tr>
  );
}

function formatsOf(files: readonly OpenedFile[]): string {
  const names = [...new Set(files.map(({ format }) => format ?? 'no known format'))];
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more formats`;
}
