import { hrefOf } from '../pages/route.ts';
import { en } from '../text/en.ts';
import { View } from './view.tsx';

/** A draft or an import that is not in this browser. */
export function Missing() {
  return (
    <View title={en.common.notFound} back={hrefOf({ view: 'home' })}>
      <p class="soft">{en.common.notFoundMore}</p>
      <p>
        <a class="button" href={hrefOf({ view: 'home' })}>
          {en.common.toStart}
        </a>
      </p>
    </View>
  );
}
