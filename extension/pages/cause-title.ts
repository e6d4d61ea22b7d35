/** What is wrong, with the column in front of it: "E-mail: not an e-mail address". */
export function causeTitle({
  title,
  label,
}: {
  title: string;
  label?: string | undefined;
}): string {
  const column = label?.trim();
  if (!column) return title;
  return `${column}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
