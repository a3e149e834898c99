/** Whether panes cover the editors instead of standing beside them; the stylesheet says the same. */
export function isPhone(): boolean {
  return window.matchMedia('(max-width: 760px)').matches;
}
