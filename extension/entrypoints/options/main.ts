import { openOptions } from '../../pages/options/open-options.tsx';

openOptions();
