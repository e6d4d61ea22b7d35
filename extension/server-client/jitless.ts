import { z } from 'zod';

// An extension may not turn text into code; zod would try to before its first parse. Imported for
// its effect by whatever parses with zod.
z.config({ jitless: true });
