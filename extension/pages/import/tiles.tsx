import type { Results } from '../../../shared/contract/imports.ts';
import { en } from '../../text/en.ts';
import { number } from '../../text/format.ts';

/** Numbers longer than this are set smaller, so that three stand beside each other in the popup. */
const SHORT = 7;

/** Total Records, Successes, Errors: shown only when they are final. */
export function Tiles({ results }: { results: Results }) {
  const long = number(results.total).length > SHORT ? 'long' : '';
  const tile = (label: string, value: number, tone: string, testId: string) => (
    <div>
      <dt>{label}</dt>
      <dd class={`numbers ${long} ${value > 0 ? tone : ''}`} data-testid={testId}>
        {number(value)}
      </dd>
    </div>
  );
  return (
    <dl class="tiles" aria-label={en.details.results}>
      {tile(en.details.total, results.total, '', 'total')}
      {tile(en.details.successes, results.successes, 'good', 'successes')}
      {tile(en.details.errors, results.errors, 'bad', 'errors')}
    </dl>
  );
}
