'use client';

import { useQueryState, useQueryStates } from 'nuqs';
import { DropZone } from '@/components/open/drop-zone';
import { OpenProgressPanel } from '@/components/open/open-progress';
import { Button, ErrorPanel } from '@/components/ui';
import type { FileToOpen } from '@/lib/open/messages';
import { close, openRawFiles } from '@/lib/open/session';
import { idParser, openParsers } from '@/lib/url';
import { OpenedList } from './opened-list';
import { OpenedTrajectory } from './opened-trajectory';
import { useOpenSession } from './use-open-session';

/** Raw files, read in this tab: what they are, what they hold, and each trajectory in the inspector. */
export function OpenView() {
  const [place, setPlace] = useQueryStates(openParsers);
  const [id, setId] = useQueryState('id', idParser);
  const session = useOpenSession(place.file, place.format);
  const openFiles = (files: readonly FileToOpen[]) => {
    void setId(null);
    void setPlace(null);
    openRawFiles(files);
  };
  const leave = () => {
    close();
    void setId(null);
    void setPlace(null);
  };
  switch (session.state) {
    case 'none':
      return (
        <DropZone
          onFiles={openFiles}
          onAddress={(file) => void setPlace({ file }, { history: 'push' })}
          note={noteOf(id, place.file)}
        />
      );
    case 'fetching':
    case 'reading':
      return <OpenProgressPanel state={session} onCancel={leave} />;
    case 'failed':
      return (
        <ErrorPanel
          error={Object.assign(new Error(session.message), { advice: session.advice })}
          title="The file could not be opened"
          actions={
            <Button size="sm" onClick={leave}>
              Open another
            </Button>
          }
          className="m-4 max-w-2xl"
        />
      );
    case 'open':
      return id === null ? (
        <OpenedList names={session.names} summary={session.summary} onClose={leave} />
      ) : (
        <OpenedTrajectory id={id} summary={session.summary} />
      );
  }
}

function noteOf(id: string | null, file: string | null): string | null {
  if (file !== null && !/^https?:\/\//i.test(file))
    return 'The link names a file whose address is neither http nor https.';
  if (id === null || file !== null) return null;
  return 'The link names a record of a file that somebody opened from their own disk. Drop that file here to see it: it is in no other place.';
}
