import { useEffect } from 'react';
import { common } from '../text/common';

/** The browser's title while a page stands. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = common.pageTitle(title);
  }, [title]);
}
