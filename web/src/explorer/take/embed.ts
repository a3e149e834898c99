/** The lines that show a page in a frame of another one, as high as it is in pixels. */
export function embedCode(address: string, title: string, height: number): string {
  const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return (
    `<iframe src="${attribute(address)}" title="${attribute(title)}" ` +
    `style="border: 0; width: 100%; height: ${height}px" loading="lazy"></iframe>`
  );
}
