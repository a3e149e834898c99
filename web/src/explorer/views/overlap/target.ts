import type { KeyboardEvent, SVGAttributes } from 'react';
import type { Pointing } from './drawing';
import type { Selected } from './state';

const ITEM = '[data-target]';

/** What makes parts of a drawing buttons; nothing for a drawing that goes into a file. One of a panel is reached by Tab, the others by arrow keys. */
export const target = { panel, item };

function panel(pointing: Pointing | undefined, label: string): SVGAttributes<SVGGElement> {
  if (!pointing) return {};
  return { role: 'group', 'aria-label': label, onKeyDown: walk };
}

function item(pointing: Pointing | undefined, words: string, selected: Selected, pressed: boolean, first: boolean): SVGAttributes<SVGGElement> & { 'data-target'?: string } {
  if (!pointing) return {};
  const { onPoint, onSelect } = pointing;
  return {
    'data-target': '',
    role: 'button',
    tabIndex: first ? 0 : -1,
    'aria-label': words,
    'aria-pressed': pressed,
    onClick: () => onSelect(selected),
    onFocus: () => onPoint(words),
    onBlur: () => onPoint(null),
    onMouseEnter: () => onPoint(words),
    onMouseLeave: () => onPoint(null),
    onKeyDown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onSelect(selected);
    },
  };
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function walk(event: KeyboardEvent<SVGGElement>): void {
  const by = STEPS[event.key];
  if (!by) return;
  const all = [...event.currentTarget.querySelectorAll<SVGGElement>(ITEM)];
  const at = all.indexOf(document.activeElement as SVGGElement);
  if (at < 0) return;
  event.preventDefault();
  all[(at + by + all.length) % all.length]!.focus();
}
