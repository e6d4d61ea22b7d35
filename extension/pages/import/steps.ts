import type { StoredImport } from '../../database/schema.ts';
import { en } from '../../text/en.ts';

/** One stage on the way of an import. */
export interface Step {
  name: string;
  state: 'done' | 'now' | 'ahead';
}

const ORDER = ['Uploading', 'Uploaded', 'Processing', 'PostProcessing', 'Completed'] as const;

/** The stages of an import that runs, and where it is. */
export function stepsOf(stored: Pick<StoredImport, 'import'>): Step[] {
  const at = (ORDER as readonly string[]).indexOf(stored.import?.status ?? 'Uploading');
  return ORDER.map((step, index) => ({
    name: en.details.steps[step],
    state: index < at ? 'done' : index === at ? 'now' : 'ahead',
  }));
}
