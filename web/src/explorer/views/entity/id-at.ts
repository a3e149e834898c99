/** The id that a path names: `/city/berlin` names `city:berlin`. What cannot be decoded names itself, and so no record. */
export function idAt(path: string): string {
  const id = path.slice(1).replace('/', ':');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
