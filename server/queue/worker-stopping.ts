/** Why a run is told to end when its worker stops in good order; nothing is wrong with the import. */
export class WorkerStopping extends Error {
  constructor() {
    super('The worker is stopping');
    this.name = 'WorkerStopping';
  }
}
