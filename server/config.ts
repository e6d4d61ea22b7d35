import { resolve } from 'node:path';
import { z } from 'zod';
import { DEFAULT_LIMITS, type Limits } from '../shared/check/limits.ts';

/** Everything that an administrator may decide about a server. */
export interface Config {
  /** Absolute path: the embedded database, uploads and files made for download. */
  dataFolder: string;
  /** A PostgreSQL server instead of the embedded database. */
  databaseUrl: string | null;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Names by which the server may be called, beside its own host and addresses. */
  allowedHosts: string[];
  /** Origins of other pages that may call the server, beside browser extensions. */
  allowedOrigins: string[];
  limits: ServerLimits;
}

export interface ServerLimits extends Limits {
  /** Imports of one workspace that may wait or run at a time. */
  waitingImports: number;
  /** Uploads of one workspace that may be there without an import at a time. */
  openUploads: number;
  /** Hours after which an upload that never became an import is deleted. */
  uploadHours: number;
  /** Bytes of a JSON request. */
  jsonBody: number;
  /** Refused tokens of one address within a minute before it has to wait. */
  failedAttempts: number;
}

export const DEFAULT_SERVER_LIMITS: ServerLimits = {
  ...DEFAULT_LIMITS,
  waitingImports: 100,
  openUploads: 20,
  uploadHours: 48,
  jsonBody: 32 * 1024 * 1024,
  failedAttempts: 10,
};

/** Thrown for settings that cannot be used; the message names each of them. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be between ${least} and ${most}`)
    .optional();

const list = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .optional();

const environmentSchema = z.object({
  ROWCHECK_DATA: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  ROWCHECK_HOST: z.string().optional(),
  ROWCHECK_PORT: whole(0, 65_535),
  ROWCHECK_ALLOWED_HOSTS: list,
  ROWCHECK_ALLOWED_ORIGINS: list.refine(
    (origins) => (origins ?? []).every(isOrigin),
    'must be a list of origins such as https://example.com, without a path',
  ),
  ROWCHECK_MAX_FILE_MB: whole(1, 1_000_000),
  ROWCHECK_MAX_ROWS: whole(1, 100_000_000),
  ROWCHECK_MAX_COLUMNS: whole(1, 16_384),
  ROWCHECK_MAX_CELL_CHARACTERS: whole(1, 100_000_000),
  ROWCHECK_MAX_DECOMPRESSED_MB: whole(1, 1_000_000),
  ROWCHECK_MAX_DECOMPRESSION: whole(1, 100_000),
  ROWCHECK_MAX_WAITING_IMPORTS: whole(1, 1_000_000),
  ROWCHECK_MAX_OPEN_UPLOADS: whole(1, 1_000_000),
  ROWCHECK_UPLOAD_HOURS: whole(1, 8_760),
});

function isOrigin(text: string): boolean {
  try {
    const url = new URL(text);
    return `${url.protocol}//${url.host}` === text && url.host !== '';
  } catch {
    return false;
  }
}

const MEGABYTE = 1024 * 1024;

/**
 * Reads the settings from the environment; what the call itself says (`overrides`) wins.
 *
 * @throws ConfigError naming every setting that cannot be used
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  overrides: Partial<Pick<Config, 'dataFolder' | 'databaseUrl' | 'host' | 'port'>> = {},
): Config {
  // An empty variable is one that somebody cleared.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    );
  }
  const env = parsed.data;
  const standard = DEFAULT_SERVER_LIMITS;
  return {
    dataFolder: resolve(overrides.dataFolder ?? env.ROWCHECK_DATA ?? '.data'),
    databaseUrl: overrides.databaseUrl ?? env.DATABASE_URL ?? null,
    host: overrides.host ?? env.ROWCHECK_HOST ?? '127.0.0.1',
    port: overrides.port ?? env.ROWCHECK_PORT ?? 8787,
    allowedHosts: (env.ROWCHECK_ALLOWED_HOSTS ?? []).map((host) => host.toLowerCase()),
    allowedOrigins: env.ROWCHECK_ALLOWED_ORIGINS ?? [],
    limits: {
      ...standard,
      fileSize: env.ROWCHECK_MAX_FILE_MB ? env.ROWCHECK_MAX_FILE_MB * MEGABYTE : standard.fileSize,
      rows: env.ROWCHECK_MAX_ROWS ?? standard.rows,
      columns: env.ROWCHECK_MAX_COLUMNS ?? standard.columns,
      cellLength: env.ROWCHECK_MAX_CELL_CHARACTERS ?? standard.cellLength,
      decompressionRatio: env.ROWCHECK_MAX_DECOMPRESSION ?? standard.decompressionRatio,
      decompressedSize: env.ROWCHECK_MAX_DECOMPRESSED_MB
        ? env.ROWCHECK_MAX_DECOMPRESSED_MB * MEGABYTE
        : standard.decompressedSize,
      waitingImports: env.ROWCHECK_MAX_WAITING_IMPORTS ?? standard.waitingImports,
      openUploads: env.ROWCHECK_MAX_OPEN_UPLOADS ?? standard.openUploads,
      uploadHours: env.ROWCHECK_UPLOAD_HOURS ?? standard.uploadHours,
    },
  };
}
