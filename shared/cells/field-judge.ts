import type { ColumnFormat } from '../plan/plan.ts';
import type { Field } from '../record-types/record-type.ts';
import { booleanJudge } from './boolean-cell.ts';
import { judgeCountry } from './country-cell.ts';
import { dateJudge } from './date-cell.ts';
import { judgeEmail } from './email-cell.ts';
import { judgeUri, judgeUuid } from './identifier-cell.ts';
import { jsonJudge } from './json-cell.ts';
import {
  dateTimeJudge,
  judgeDuration,
  judgeYear,
  judgeYearMonth,
  timeJudge,
} from './moment-cell.ts';
import { integerJudge, numberJudge } from './number-cell.ts';
import { phoneJudge } from './phone-cell.ts';
import { postalCodeJudge } from './postal-code-cell.ts';
import type { CellJudge } from './row-context.ts';
import { stringJudge } from './string-cell.ts';
import type { Value } from './value.ts';

/** What the judge of a field needs beside the field. */
export interface Surroundings {
  /** What the plan decided for the column. */
  format: ColumnFormat;
  /** The file is parted by semicolons, as programs do where the comma marks decimals. */
  commaCountry: boolean;
  /** The field tells records apart or names another one. */
  isKey: boolean;
}

/** The judge of a field's type and format; constraints come after it. A new type is added here. */
export function judgeOf(field: Field, surroundings: Surroundings): CellJudge<Value> {
  const { format, commaCountry } = surroundings;
  const numbers = { mark: format.decimalMark, commaCountry };
  switch (field.type) {
    case 'string':
      return stringFormat(field, surroundings);
    case 'number':
      return numberJudge(field, numbers);
    case 'integer':
      return integerJudge(field, numbers);
    case 'boolean':
      return booleanJudge(field);
    case 'date':
      return dateJudge(field.format, format.dateOrder);
    case 'time':
      return timeJudge(field.format);
    case 'datetime':
      return dateTimeJudge(field.format);
    case 'year':
      return judgeYear;
    case 'yearmonth':
      return judgeYearMonth;
    case 'duration':
      return judgeDuration;
    case 'object':
    case 'array':
    case 'geopoint':
    case 'geojson':
      return jsonJudge(field.type, field.format);
    case 'any':
      return stringJudge(false);
  }
}

function stringFormat(field: Field, { isKey }: Surroundings): CellJudge<Value> {
  switch (field.format) {
    case 'email':
      return judgeEmail;
    case 'phone':
      return phoneJudge();
    case 'country':
      return judgeCountry;
    case 'postal-code':
      return postalCodeJudge();
    case 'uri':
      return judgeUri;
    case 'uuid':
      return judgeUuid;
    default:
      return stringJudge(isKey);
  }
}
