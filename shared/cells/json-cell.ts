import { addIssue, type CellJudge } from './row-context.ts';

type JsonType = 'object' | 'array' | 'geojson' | 'geopoint';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 7946, §1.4. */
const GEOJSON =
  /^(?:Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection|Feature|FeatureCollection)$/;

function isPoint(longitude: unknown, latitude: unknown): boolean {
  const [x, y] = [Number(longitude), Number(latitude)];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function isGeopoint(text: string, format: string | undefined): boolean {
  if (format === 'array') {
    const point = parsed(text);
    return Array.isArray(point) && point.length === 2 && isPoint(point[0], point[1]);
  }
  if (format === 'object') {
    const point = parsed(text);
    return isObject(point) && isPoint(point.lon ?? 'x', point.lat ?? 'x');
  }
  const numbers = text.split(',').map((part) => part.trim());
  return numbers.length === 2 && numbers.every(Boolean) && isPoint(numbers[0], numbers[1]);
}

/** Judges Table Schema's types that are JSON text, and points; the value is the text. */
export function jsonJudge(type: JsonType, format: string | undefined): CellJudge<string> {
  const fits = (text: string): boolean => {
    if (type === 'geopoint') return isGeopoint(text, format);
    const value = parsed(text);
    if (type === 'array') return Array.isArray(value);
    if (!isObject(value)) return false;
    if (type === 'object') return true;
    return format === 'topojson' ? value.type === 'Topology' : GEOJSON.test(String(value.type));
  };
  return (text, context, column) =>
    fits(text) ? text : addIssue(context, column, 'type-error', { type });
}
