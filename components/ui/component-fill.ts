import type { Component } from '@/lib/corpus';

/** Background class of each component's colour. */
export const COMPONENT_FILL: Readonly<Record<Component, string>> = {
  documentation: 'bg-c-documentation',
  trajectories: 'bg-c-trajectories',
  code: 'bg-c-code',
  text: 'bg-c-text',
};
