'use client';

import { usePathname } from 'next/navigation';
import { OverviewSkeleton } from '@/components/overview/overview-skeleton';
import { Loading } from '@/components/ui/skeleton';

/** What an exported page holds until scripts run: the overview's shape, or an empty page. */
export function PageSkeleton() {
  return usePathname() === '/' ? <OverviewSkeleton /> : <Loading label="Loading" />;
}
