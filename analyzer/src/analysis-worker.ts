import { serveAnalysis } from './command/serve-analysis.ts';

/** The thread of an analysis where its code is run as it lies there: from the sources, or as a part of another bundle. */
serveAnalysis(() => undefined);
