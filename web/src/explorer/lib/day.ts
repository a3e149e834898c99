/** Whether it is a day of the calendar, `Y-M-D`. */
export function isDay(text: string | null | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Today, `Y-M-D`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** How sure the address wants it, in either spelling; what is possible counts too while it does not say. */
export function certaintyOf(params: URLSearchParams): 'CERTAIN' | 'POSSIBLE' {
  return params.get('certainty')?.toUpperCase() === 'CERTAIN' ? 'CERTAIN' : 'POSSIBLE';
}
