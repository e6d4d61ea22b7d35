import { en } from '../text/en.ts';

/** What the records of a type are called: "Contacts", or whatever the organisation calls its own. */
export function recordTypeName(name: string, title?: string): string {
  return en.recordTypes[name] ?? title ?? name;
}
