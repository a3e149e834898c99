/** The lines that show a page in a frame of another one. */
export function embedCode(address: string, title: string): string {
  const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return (
    `<iframe src="${attribute(address)}" title="${attribute(title)}" ` +
    `style="border: 0; width: 100%; height: 560px" loading="lazy"></iframe>`
  );
}
