/**
 * Errors that formulas show: the names of Excel and LibreOffice in English and, as a CSV saved by such
 * a program has them, in German, French and Spanish.
 */
const ERRORS = new Set(
  `#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED!
  #UNKNOWN! #CONNECT! #BUSY! #EXTERNAL! #PYTHON! #ERROR!
  #WERT! #BEZUG! #ZAHL! #NV #ÜBERLAUF! #KALK! #FELD!
  #VALEUR! #NOM? #NOMBRE! #NUL! #PROPAGATION!
  #¡VALOR! #¡REF! #¿NOMBRE? #¡NUM! #¡DIV/0! #¡NULO! #¡DESBORDAMIENTO!`.split(/\s+/),
);

/** Whether a cell shows the error of a formula, or the #### of a column that is too narrow. */
export function isSpreadsheetError(text: string): boolean {
  return ERRORS.has(text.toUpperCase()) || /^#{3,}$/.test(text);
}
