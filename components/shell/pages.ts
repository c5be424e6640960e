import { Boxes, ChartColumn, FileSearch, FileText, LayoutDashboard, Route, type LucideIcon } from 'lucide-react';

export interface Page {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Letter after `g`. */
  readonly key: string;
}

/** The pages of the navigation, in order. */
export const PAGES: readonly Page[] = [
  { path: '/', label: 'Overview', icon: LayoutDashboard, key: 'o' },
  { path: '/apis/', label: 'APIs', icon: Boxes, key: 'a' },
  { path: '/trajectories/', label: 'Trajectories', icon: Route, key: 't' },
  { path: '/documents/', label: 'Documents', icon: FileText, key: 'd' },
  { path: '/mixture/', label: 'Mixture', icon: ChartColumn, key: 'm' },
  { path: '/open/', label: 'Open a file', icon: FileSearch, key: 'f' },
];

/** @returns whether a path is that page, or below it */
export function isWithin(page: Page, pathname: string): boolean {
  return page.path === '/' ? pathname === '/' : `${pathname}/`.startsWith(page.path);
}
