import type { Entity } from './types';

/** The place of the small map beside an entity: nothing until a map is drawn there. */
export function MapSlot(_props: { node: Entity }) {
  return null;
}
