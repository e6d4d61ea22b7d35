import { existsSync } from 'node:fs';

/**
 * Data that nobody here wrote, beside the checkout and not part of it. Where it is missing, these
 * tests are left out as a whole: see the vitest configuration.
 */
export const givenFolder = new URL('../../../shared/data/', import.meta.url);

export const isGiven = existsSync(givenFolder);
