import '../server-client/jitless.ts';
import { check } from '../../shared/check/check.ts';
import type { CheckEnd, CheckJob } from './job.ts';
import { runCheck } from './run-check.ts';

self.onmessage = async ({ data }: MessageEvent<CheckJob>) => {
  await runCheck(data, check);
  self.postMessage({ ended: true } satisfies CheckEnd);
};
