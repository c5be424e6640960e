import { Compass } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PAGES } from '@/components/shell/pages';

export const metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <div className="page py-8">
      <EmptyState
        icon={Compass}
        title="There is no page at this address"
        actions={PAGES.map((page) => (
          <Button key={page.path} asChild>
            <Link href={page.path} prefetch={false}>
              {page.label}
            </Link>
          </Button>
        ))}
      >
        The link may be of another version of this site, or mistyped. Records are addressed by id, such as{' '}
        <code className="font-mono text-xs">/apis/view/?id=…</code>.
      </EmptyState>
    </div>
  );
}
