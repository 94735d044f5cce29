/**
 * One step of the road: of the action's own folders, it sees itself, the steps that are allowed, and the vocabulary.
 * @param {{ name: string, comment: string, from: string, allowed: string }} rule
 */
const step = ({ name, comment, from, allowed }) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^packages/action/src/(${from})` },
  to: {
    path: '^packages/action/src/',
    pathNot: `^packages/action/src/(${from}|${allowed}${allowed === '' ? '' : '|'}run-types\\.ts$)`,
  },
});

const steps = [
  step({
    name: 'action-asks-before-it-acts',
    comment:
      'what a workflow asks for, what an event means, and how servers are spoken to is known before anything is analysed, so none ' +
      'of it may depend on an analysis. Pass what you need.',
    from: 'text/|inputs/|event/|server/|github/',
    allowed: '',
  }),
  step({
    name: 'action-analysis-knows-no-baseline',
    comment:
      'a tree is analysed, and its report kept, in the same way whatever it is held against: so head and base cannot differ by how ' +
      'they were made.',
    from: 'analysis/|cache/',
    allowed: 'text/|inputs/|server/',
  }),
  step({
    name: 'action-baseline-knows-no-verdict',
    comment: 'what a change is held against must not depend on how the change is judged or told.',
    from: 'baseline/',
    allowed: 'text/|inputs/|event/|github/|analysis/|cache/',
  }),
  step({
    name: 'action-verdict-knows-no-publishing',
    comment:
      'the verdict is reached from reports alone: nothing that is published, or fails to be, can change it.',
    from: 'verdict/',
    allowed: 'text/|inputs/',
  }),
  step({
    name: 'action-words-are-functions-of-the-verdict',
    comment:
      'comments, annotations and outputs are texts made of what was judged: the same verdict gives the same text.',
    from: 'comment/|annotations/|outputs/',
    allowed: 'text/|inputs/',
  }),
  step({
    name: 'action-bundle-is-read-as-hostile',
    comment: 'what the run of a fork left is read by nothing that could check out, analyse or judge it.',
    from: 'bundle/',
    allowed: 'text/|github/',
  }),
  step({
    name: 'action-publishers-come-last',
    comment: 'a publisher is given a finished run. It analyses nothing and judges nothing.',
    from: 'publishers/',
    allowed: 'text/|inputs/|server/|github/|comment/|annotations/|bundle/',
  }),
  step({
    name: 'action-run-brings-the-steps-together',
    comment: 'the folder run/ is the road as code; only the entry starts it.',
    from: '(?!run/|main\\.ts|post\\.ts)',
    allowed: '(?!run/|main\\.ts|post\\.ts)',
  }),
];

/**
 * The road of the data through the action, as rules of dependency-cruiser.
 * @param {string} tests pattern of files that hold tests
 */
export const actionLayers = (tests) =>
  steps.map((rule) => ({ ...rule, from: { ...rule.from, pathNot: tests } }));
