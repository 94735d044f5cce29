import { copyOnClick } from './copy-on-click.ts';
import { followRun } from './follow-run.ts';
import { localTimes } from './local-times.ts';
import { closeMenus, filterRows, refreshWhileSeen, submitOnChange } from './small-comforts.ts';

/** Every page works without this; each part looks for what it improves and leaves the rest alone. */
followRun(document);
copyOnClick(document);
filterRows(document);
submitOnChange(document);
refreshWhileSeen(document);
closeMenus(document);
localTimes(document);
