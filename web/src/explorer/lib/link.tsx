import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { address, below, go } from './address';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A path below the root: `/city/berlin`. */
  to: string;
  /** Leaves no entry in the history. */
  replace?: boolean;
}

/** A link inside the explorer: an ordinary one for new tabs and machines, without a page load otherwise. */
export function Link({ to, replace, onClick, ...rest }: Props) {
  const { embed } = address();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || embed) return;
    event.preventDefault();
    go(to, { replace });
  };
  // A frame on another site is no place to walk around in: its links open the whole page beside it.
  return <a href={below(to)} onClick={follow} {...(embed ? { target: '_blank', rel: 'noopener' } : {})} {...rest} />;
}
