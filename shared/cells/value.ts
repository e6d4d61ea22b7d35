/**
 * What a cell means. Dates, times and the like are ISO 8601 text, phone numbers E.164 as far as their
 * country is known, JSON types (object, array, geojson) their JSON text; an integer past 2^53 keeps its
 * digits as text. An empty cell is null.
 */
export type Value = string | number | boolean | null;
