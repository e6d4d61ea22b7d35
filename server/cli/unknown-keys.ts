/**
 * Paths of what `given` holds and `read`, its copy as the schema kept it, does not.
 *
 * @returns like `fields` or `formats.birth_date.order`, in the order of the document
 */
export function unknownKeys(given: unknown, read: unknown, path = ''): string[] {
  if (!isObject(given) || !isObject(read)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return Object.hasOwn(read, key) ? unknownKeys(value, read[key], here) : [here];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
