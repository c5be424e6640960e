import type { ReactNode } from 'react';

export interface ChartSvgProps {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** The picture of a chart: a group of marks, each with a name of its own. */
export function ChartSvg({ label, width, height, children }: ChartSvgProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML element groups within SVG
    <svg width={width} height={height} role="group" aria-label={label} className="block max-w-full">
      {children}
    </svg>
  );
}
