"""Every figure of extraction on labelled documents kept outside the project, and whether its confidences mean what they say.

Each folder given holds documents, their labels and the scorers; nothing of them enters the project but figures.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from briefing_app.cli.records import excerpt_record
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span
from briefing_app.extraction.entry import extract
from briefing_app.reading.entry import read_bytes, read_file
from tests.benchmarks.measures import tell

OPTIONAL = {"soft", "third", "reported", "fragment", "cited", "uncertain"}
"""Labels that the scorer neither rewards nor blames."""
SETS = ("hard_cases", "polnear_dev_articles")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def main(*folders: str) -> None:
    if not folders:
        tell("gold: not measured; name the folders of labelled documents (python -m tests.benchmarks gold FOLDER ...)")
        return
    judged: list[tuple[str, float, bool]] = []
    for folder in map(Path, folders):
        tell(f"{folder.name}")
        judged += scored_documents(folder)
        for articles in (folder / f"{name}.jsonl" for name in SETS):
            judged += scored_articles(articles) if articles.exists() else []
    tell("\nreliability, all together: of what was given a confidence, how much was right")
    table(judged, lambda _, confidence: band(confidence), "confidence")
    tell("")
    table(judged, lambda rule, _: rule, "rule")


def scored_documents(folder: Path) -> list[tuple[str, float, bool]]:
    """Print what the folder's scorer says of its documents; return rule, confidence and rightness of what was found."""
    readings = {path.stem: read_file(path).reading for path in sorted((folder / "documents").glob("*.txt"))}
    found = {name: extract(reading, name) for name, reading in readings.items()}
    lines = [excerpt_record(f"{name}.txt", excerpt, readings[name]) for name, excerpts in found.items() for excerpt in excerpts]
    with tempfile.TemporaryDirectory() as scratch:
        run(folder / "score.py", "--predictions", write(Path(scratch) / "documents.jsonl", lines))
    return list(judged_documents(rows(folder / "labels.jsonl"), found))


def scored_articles(path: Path) -> list[tuple[str, float, bool]]:
    """Print what the scorer of quotations says of the texts in a file; return rule, confidence and rightness of what was found."""
    articles = rows(path)
    quotes = {row["id"]: spoken(read_bytes(row["text"].encode(), "text.txt").reading) for row in articles}
    tell(f"\n{path.stem}")
    predictions = [{"id": key, "quotes": [quote for quote, _ in each]} for key, each in quotes.items()]
    with tempfile.TemporaryDirectory() as scratch:
        run(path.parent / "score_quotes.py", path, write(Path(scratch) / "quotes.jsonl", predictions))
    return list(judged_articles(articles, quotes))


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(path: Path, lines: list[dict]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run(*command: object) -> None:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=True)
    tell(done.stdout.rstrip())


def spoken(reading: Reading) -> list[tuple[dict, Excerpt]]:
    quotes = [excerpt for excerpt in extract(reading, "text") if excerpt.kind is ExcerptKind.QUOTE]
    return [
        (
            {
                "start": one.span.start,
                "end": one.span.end,
                "speaker": speaker(one),
                "speaker_spans": [[span.start, span.end] for span in one.attribution.spans] if one.attribution else [],
            },
            one,
        )
        for one in quotes
    ]


def judged_documents(labels: list[dict], found: dict[str, tuple[Excerpt, ...]]) -> Iterable[tuple[str, float, bool]]:
    """Yield rule, confidence and rightness of each excerpt that lies in a labelled stretch and is no optional one."""
    for name, excerpts in found.items():
        own = [label for label in labels if label["doc"] == name]
        everywhere = [Span(label["start"], label["end"]) for label in own]
        for excerpt in excerpts:
            if sum(shared(excerpt.span, span) for span in everywhere) < len(excerpt.span) / 2:
                continue
            matched = [label for label in own if label["kind"] == excerpt.kind.value and matches(excerpt, label)]
            if all(OPTIONAL & set(label["flags"]) for label in matched) and matched:
                continue
            right = any(named(excerpt, label["speaker"]) for label in matched)
            yield excerpt.rule, excerpt.confidence, right


def judged_articles(articles: list[dict], quotes: dict[str, list[tuple[dict, Excerpt]]]) -> Iterable[tuple[str, float, bool]]:
    for row in articles:
        for _, excerpt in quotes[row["id"]]:
            if not any(alike(excerpt.span, Span(span["start"], span["end"])) for span in row["ignore"]):
                yield (
                    excerpt.rule,
                    excerpt.confidence,
                    any(alike(excerpt.span, Span(label["start"], label["end"])) for label in row["quotes"]),
                )


def matches(excerpt: Excerpt, label: dict) -> bool:
    if excerpt.kind is ExcerptKind.CONTEXT:
        return shared(excerpt.span, Span(label["start"], label["end"])) >= len(excerpt.span) / 2
    return any(alike(excerpt.span, Span(*span)) for span in label.get("segments") or [(label["start"], label["end"])])


def named(excerpt: Excerpt, wanted: str | None) -> bool:
    """Tell whether a quote's speaker is the labelled one, by a shared last name at least; anything else has none to be wrong."""
    if excerpt.kind is not ExcerptKind.QUOTE or not wanted:
        return True
    return bool(set((speaker(excerpt) or "").split()) & set(wanted.split()))


def speaker(excerpt: Excerpt) -> str | None:
    return excerpt.attribution.speaker if excerpt.attribution else None


def shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def alike(one: Span, other: Span) -> bool:
    return 2 * shared(one, other) >= len(one) + len(other) - shared(one, other)


def band(confidence: float) -> str:
    low = max(edge for edge in BINS if edge <= confidence)
    return f"{low:.1f} to {min(1.0, BINS[BINS.index(low) + 1]):.1f}"


def table(judged: list[tuple[str, float, bool]], key, head: str) -> None:
    groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for rule, confidence, right in judged:
        groups[key(rule, confidence)].append((confidence, right))
    tell(f"{head:<28}   n   said  right")
    for name, held in sorted(groups.items()):
        said, right = (sum(column) / len(held) for column in zip(*held, strict=True))
        tell(f"{name:<28} {len(held):>3}   {said:.2f}  {right:.2f}")
