/** The last characters of a name stay readable when it is too long: they tell files apart. */
const END = 9;

/** A file's name on one line; when it is too long, its middle is left out. */
export function FileName({ name }: { name: string }) {
  const cut = Math.max(0, name.length - END);
  return (
    <span class="file-name" title={name}>
      <span>{name.slice(0, cut)}</span>
      <span>{name.slice(cut)}</span>
    </span>
  );
}
