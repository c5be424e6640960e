'use client';

import { Copy } from 'lucide-react';
import { Button, Menu, MenuItem } from '@/components/ui';
import type { HttpTarget } from '@/lib/export';
import { copyText } from './copy-text';
import { useShared } from './shared';
import type { InspectorReads, StepCall } from './types';

type Writers = typeof import('@/lib/export');

/** A call as something that can be run. Nothing here runs it. */
export function CallCopyMenu({ call }: { readonly call: StepCall }) {
  const { reads } = useShared();
  const copy = (name: string, write: (writers: Writers, target: HttpTarget | null) => string | null) => () =>
    void copyText(name, async () => {
      const [writers, target] = await Promise.all([import('@/lib/export'), targetOf(reads, call.api_id)]);
      const text = write(writers, target);
      if (text === null) throw new Error('The call goes to no HTTP API: there is no address to send it to.');
      return text;
    });
  return (
    <Menu
      trigger={
        <Button size="sm">
          <Copy aria-hidden /> Copy call as
        </Button>
      }
    >
      <MenuItem onSelect={copy('curl', (as, target) => (target === null ? null : as.callAsCurl(call, target)))}>
        curl
      </MenuItem>
      <MenuItem onSelect={copy('Python', (as, target) => as.callAsCode(call, target, 'python'))}>Python</MenuItem>
      <MenuItem onSelect={copy('JavaScript', (as, target) => as.callAsCode(call, target, 'javascript'))}>
        JavaScript
      </MenuItem>
      <MenuItem onSelect={() => void copyText('Arguments', () => call.arguments ?? '')}>Arguments, verbatim</MenuItem>
    </Menu>
  );
}

/** @returns what is called, where it is an HTTP API whose method and path are known */
async function targetOf(reads: InspectorReads, apiId: string | null): Promise<HttpTarget | null> {
  if (apiId === null) return null;
  const [api, doc] = await Promise.all([reads.api(apiId), reads.doc(apiId)]);
  if (api === null || doc === null || api.method === null || api.path === null) return null;
  const { base_url, params, request_type } = doc;
  return { method: api.method, path: api.path, base_url, params, request_type };
}
