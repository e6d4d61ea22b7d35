import type { BackgroundDefinition } from 'wxt';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../background/start.ts';

const background: BackgroundDefinition = defineBackground({
  type: 'module',
  main: startBackground,
});
export default background;
