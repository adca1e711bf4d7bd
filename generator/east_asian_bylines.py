"""Finds who wrote in Chinese, Japanese and Korean captures, where names have no capitals and hardly a space."""

import re

from generator.byline import Byline
from generator.names import agency_of
from generator.sight import Sight

_NAME = "[一-鿿々]{2,4}"
_NAMES = rf"{_NAME}(?:[、，,\s　]\s*{_NAME})*"
_HANGUL = "[가-힣]{2,4}"
_LONGEST = 40
"""Letters of a line of its own that says who wrote."""
_FIRST = 3
"""Lines of text from the beginning in which a place line may stand."""
_OPENING = 60
"""Letters that a place line takes."""
_LINE = re.compile(
    rf"(?:^|[〔【\[（(|｜\s　])(?:[一-鿿]{{0,6}}(?:记者|記者)|作者|撰文|撰稿|文字?(?=\s*[:：／/]))\s*[:：／/|]?\s*"
    rf"(?P<led>{_NAMES})\s*(?=$|[／/〕】\]）)|｜])"
    rf"|^(?P<before>[一-鿿々ぁ-ゖァ-ヶ]{{2,6}})[\s　]?(?:記者|记者)$"
    rf"|^(?P<korean>{_HANGUL}(?:[·,\s]\s?{_HANGUL})*?)\s?(?:선임|수습|인턴)?기자(?=$|[\s(|])"
)
"""`作者：周晓岚`, `記者王小明／台北報導`, `今野広記者`, `김해안 기자`"""
_PLACE = re.compile(
    rf"[（(〔【][^（()）〕】]{{0,12}}(?:记者|記者)[\s　:：]*(?P<led>{_NAMES})\s*(?:[）)〕】]|[／/])"
    rf"|[)）]\s?(?P<korean>{_HANGUL})\s?(?:특파원|기자)\s?="
)
"""`…11月3日电（记者周晓岚）`, `(서울=연합뉴스) 김해안 기자 =`"""
_CLOSING = re.compile(rf"[。」][（(](?P<led>{_NAME}(?:、{_NAME})*)[）)]$")
"""`…計画だ。（今野広）`"""
_ALONE = re.compile("[一-鿿々]{1,3}[\\s　]?[一-鿿々]{1,3}")
_SHORTEST = 3
"""Letters of a name that stands alone beside the date: names of sections mostly have two."""
_BESIDE = 4
_REMARKS = frozenset(("未完", "未完待续", "待续", "完结", "共同", "時事", "终", "以上", "敬称略"))


def is_east_asian(text: str) -> bool:
    """Whether a text has letters of these scripts."""
    return any("一" <= c <= "鿿" or "぀" <= c <= "ヿ" or "가" <= c <= "힣" for c in text)


def find_east_asian(sight: Sight) -> None:
    """The byline above the text, else the place line that opens it, the name that ends it, one beside the date."""
    rows = sight.rows
    text = [i for i in range(max(1, sight.start), sight.end) if rows[i].kind is None]
    for i in range(1, min(sight.start + _FIRST, len(rows))):
        row = rows[i]
        if len(row.text) <= _LONGEST and row.kind is None and _take(sight, i, _LINE.search(row.text)):
            row.read_as("byline", "a word for who reports, and a name")
            return
    for i in text[:_FIRST]:
        if _take(sight, i, _PLACE.search(rows[i].text[:_OPENING])):
            return
    for i in text[-_FIRST:]:
        if _take(sight, i, _CLOSING.search(rows[i].text)):
            return
    for i in range(1, min(sight.start + 1, len(rows))):
        row, beside = rows[i], (rows[i - 1], rows[min(i + 1, len(rows) - 1)])
        bare = re.sub(r"\s", "", row.text)
        alone = _ALONE.fullmatch(row.text) and _SHORTEST <= len(bare) <= _BESIDE and row.group is None
        if alone and row.kind is None and any(r.moments for r in beside):
            sight.bylines.append((i, Byline((row.text,))))
            row.read_as("byline", "a name near headline and date")
            return


def _take(sight: Sight, i: int, found: re.Match[str] | None) -> bool:
    """Notes the names of a match; nothing where there is none, or an agency or a remark stands there."""
    if found is None:
        return False
    said = next(filter(None, found.groupdict().values()), "")
    names = tuple(name for name in re.split(r"[、，,·\s　]+", said) if name)
    if not names or any(agency_of(name) or name in _REMARKS for name in names):
        return False
    sight.bylines.append((i, Byline(names, led=True)))
    return True
