/**
 * A label as words: lower case, without accents and punctuation, camelCase and snake_case taken apart,
 * “e mail” as one word. `E-Mail_Adresse` and `eMailAdresse` are both `email adresse`.
 */
export function labelWords(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\be mails?\b/g, 'email')
    .replace(/\bemails\b/g, 'email');
}

/** A label as one word, for comparing: `Zip Code`, `zip_code` and `Zipcode` are the same. */
export function squashed(label: string): string {
  return labelWords(label).replaceAll(' ', '');
}
