import { openPage } from '../../pages/open-page.tsx';

openPage({ popup: false });
