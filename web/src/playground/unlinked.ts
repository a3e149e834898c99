/** Markdown whose links to other files of the repository, which no server has, are plain text. */
export function unlinked(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
}
