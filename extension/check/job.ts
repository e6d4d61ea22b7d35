/** What a page tells the worker: which draft to check, in which revision. */
export interface CheckJob {
  draftId: string;
  revision: number;
}

/** The worker's one answer; what it found is in the database by then. */
export interface CheckEnd {
  ended: true;
}
