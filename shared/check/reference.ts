/** What a check knows of the organisation. `null` means unknown: such references are not judged. */
export interface ReferenceData {
  /** Ids of all users. */
  readonly users: ReadonlySet<string> | null;
  /** Ids of all teams. */
  readonly teams: ReadonlySet<string> | null;
}

/** Nothing known: no server is connected. */
export const NO_REFERENCE: ReferenceData = { users: null, teams: null };
