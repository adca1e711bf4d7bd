"""How long stories take, how large they are, and how many keep their address when articles are added.

    python benchmarks/stories.py FILE [--articles N ...] [--show N]

FILE is as for `benchmarks/related.py`. No article in it points to another, so this measures closeness alone.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from related import read

from generator.stories import Member, Story, stories


def kept(members: Sequence[Member], fewer: Sequence[Member], whole: Sequence[Story]) -> float:
    """Share of the stories of fewer articles whose address is one of the whole archive's stories."""
    before = [fewer[story.address].id for story in stories(fewer, [])]
    after = {members[story.address].id for story in whole}
    return sum(id in after for id in before) / (len(before) or 1)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("file", type=Path)
    parse.add_argument("--articles", type=int, nargs="+", default=[1000, 10000])
    parse.add_argument("--show", type=int, default=0, help="print so many stories")
    given = parse.parse_args()
    print("articles  seconds  stories  in them  largest  longest  kept: newest 1% added  any 1% added")
    for count in given.articles:
        rows = read(given.file, count)
        members = [
            Member(
                row.id,
                date.fromisoformat(row.date[:10]),
                row.title,
                row.text,
                row.lang,
                row.tags,
                "2024-01-01",
            )
            for row in rows
        ]
        members.sort(key=lambda member: (member.day, member.id), reverse=True)
        start = time.perf_counter()
        found = stories(members, [])
        seconds = time.perf_counter() - start
        sizes = [len(story.numbers) for story in found] or [0]
        spans = [(members[s.numbers[-1]].day - members[s.numbers[0]].day).days for s in found] or [0]
        late = count // 100
        newest = kept(members, members[late:], found)
        chosen = set(random.Random(count).sample(range(count), late))
        added = [
            replace(member, imported="2024-02-01") if n in chosen else member
            for n, member in enumerate(members)
        ]
        anywhere = kept(added, [m for n, m in enumerate(added) if n not in chosen], stories(added, []))
        print(
            f"{count:8} {seconds:8.1f} {len(found):8} {sum(sizes) / count:8.2f} {max(sizes):8} {max(spans):8} "
            f"{newest:23.3f} {anywhere:13.3f}"
        )
    for story in random.Random(1).sample(found, min(given.show, len(found))):
        print(f"\n{', '.join(story.about)}")
        for n in story.numbers[:12]:
            print(f"    {members[n].day} {members[n].title}")


if __name__ == "__main__":
    main()
