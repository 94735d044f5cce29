import { type Application, findApplications } from '../access/applications.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { EntryDraft } from './entry-draft.ts';

/** What a gateway answers itself: `forward:/visits`, with or without an empty host. */
const FORWARD = /^forward:(?:\/\/)?(?<path>\/[^?#{}]{0,500})/u;

/**
 * Routes that a gateway hands on to a handler of its own: that handler answers the route's paths too, behind the rules for those.
 * A route whose path no handler of the application answers stays what it was, a request to somebody unknown. Routes to other
 * services stay too, whether they are in the tree or not: their handlers are entry points of their own, and a gateway before
 * them makes none of them more open.
 */
export function withForwardedHandlers(
  tools: MatchTools,
  drafts: readonly EntryDraft[],
): readonly EntryDraft[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (beans === undefined || !drafts.some(isForward)) return drafts;
  const { all } = findApplications(tools, beans);
  return drafts.flatMap((route) => {
    const path = FORWARD.exec(route.forwardsTo ?? '')?.groups?.['path'];
    const application = all.find(({ root }) => root?.name === route.owner);
    if (path === undefined || application === undefined) return [route];
    const found = drafts.flatMap((draft) => answering(tools, { route, path, application }, draft));
    return found.length === 0 ? [route] : found;
  });
}

function isForward({ forwardsTo }: EntryDraft): boolean {
  return FORWARD.test(forwardsTo ?? '');
}

/** The handler's entry point as the route makes it; none where it does not answer what the route hands on. */
function answering(
  { program }: MatchTools,
  route: { readonly route: EntryDraft; readonly path: string; readonly application: Application },
  draft: EntryDraft,
): readonly EntryDraft[] {
  const owner = program.type(draft.owner);
  const isHandler = draft.kind === 'http' && draft.supplied === undefined && draft.dormant === undefined;
  if (!isHandler || owner === undefined || !route.application.includes(owner)) return [];
  if (!draft.applicationPaths.some((path) => isSame(path, route.path))) return [];
  const verbs = commonVerbs(route.route.verbs, draft.verbs);
  if (verbs.length === 0) return [];
  const { paths, applicationPaths, limited } = route.route;
  return [
    {
      ...draft,
      id: [draft.kind, verbs.join('|'), paths.join(','), draft.handler, draft.owner].join(' '),
      verbs,
      paths,
      applicationPaths,
      ...(limited === undefined ? {} : { limited }),
    },
  ];
}

/** Any value may stand for a variable of the handler's path. */
function isSame(template: string, path: string): boolean {
  const wanted = template.split('/').filter((segment) => segment !== '');
  const given = path.split('/').filter((segment) => segment !== '');
  return (
    wanted.length === given.length &&
    wanted.every((segment, at) => segment === given[at] || /^\{[^*]*\}$/u.test(segment))
  );
}

function commonVerbs(ofRoute: readonly string[], ofHandler: readonly string[]): readonly string[] {
  if (ofRoute.includes('*')) return ofHandler;
  return ofHandler.includes('*') ? ofRoute : ofRoute.filter((verb) => ofHandler.includes(verb));
}
