import { company } from './company.ts';
import { contact } from './contact.ts';
import { deal } from './deal.ts';
import type { RecordType } from './record-type.ts';

/** The record types that are there from the start; the first one is taken where none fits better. */
export const builtinRecordTypes: RecordType[] = [contact, company, deal];
