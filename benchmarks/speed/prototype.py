"""Runs the prototype that CSQA grew out of on a directory, as a reference for `npm run bench`: what its own program does
after it has cloned (technical figures, metrics, the report as JSON), in its mode `fast`.

usage: python3 -W ignore benchmarks/speed/prototype.py CHECKOUT DIR

CHECKOUT is a clone of https://github.com/bmwdroch/code-csa-metrics; it needs tree_sitter 0.21.3 and tree_sitter_languages 1.10.2
(pip; Python 3.11 or 3.12). Exit codes: 0 done, 1 it failed, 2 wrong arguments.
"""

import json
import sys
import tempfile
from pathlib import Path


def main() -> int:
    arguments = [Path(argument) for argument in sys.argv[1:]]
    if len(arguments) != 2 or not all(argument.is_dir() for argument in arguments):
        print(f"expected two directories, got: {sys.argv[1:]}\n\n{__doc__}", file=sys.stderr)
        return 2
    checkout, tree = arguments
    sys.path.insert(0, str(checkout / "src"))
    from analyzer.metrics import compute_all_metrics
    from analyzer.spec import load_metric_headers
    from analyzer.tech import collect_technical_metrics

    technical = collect_technical_metrics(tree, mode="fast", deps_max_modules=8)
    headers = load_metric_headers(checkout / "docs" / "metrics.md")
    metrics = compute_all_metrics(tree, spec_headers=headers, mode="fast", max_graph_depth=12)
    with tempfile.TemporaryDirectory() as out:
        report = json.dumps({"technical": technical, "metrics": metrics}, ensure_ascii=False, indent=2)
        (Path(out) / "report.json").write_text(report + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
