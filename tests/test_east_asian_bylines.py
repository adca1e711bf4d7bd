"""Who wrote, in Chinese, Japanese and Korean captures."""

import pytest

from tests.reading_made import read

CHINESE = "渡轮在周六发生机舱火灾后返回埃洛里港，船上共有二百一十二人，没有人受伤，火势在十分钟内被扑灭。"
JAPANESE = "フェリーは土曜日に機関室の火災のため港に引き返した。乗客二百十二人にけがはなく、火は十分で消し止められた。"
KOREAN = "여객선이 토요일 기관실 화재로 항구에 되돌아왔으며 승객 이백십이 명은 모두 무사하고 불은 십 분 만에 꺼졌다."
TITLES = {
    CHINESE: "机舱起火渡轮返港",
    JAPANESE: "機関室火災でフェリー引き返す",
    KOREAN: "기관실 화재로 여객선 회항",
}


@pytest.mark.parametrize(
    ("text", "above", "authors"),
    [
        (CHINESE, "作者：周海岚", ("周海岚",)),
        (CHINESE, "本报记者 周海岚 李岸", ("周海岚", "李岸")),
        (CHINESE, "記者王海明／埃洛里報導", ("王海明",)),
        (CHINESE, "撰文：王海明", ("王海明",)),
        (JAPANESE, "海野広記者", ("海野広",)),
        (JAPANESE, "海野広\n\n2023年12月30日 9時30分", ("海野広",)),
        (JAPANESE, "経済\n\n2023年12月30日 9時30分", ()),
        (KOREAN, "김해안 기자", ("김해안",)),
        (KOREAN, "김해안 선임기자", ("김해안",)),
    ],
)
def test_a_line_above_the_text_says_who_wrote(text: str, above: str, authors: tuple[str, ...]) -> None:
    assert read(f" date 2023-12-30 {TITLES[text]}\n\n{above}\n\n{text}\n\n{text}").article.authors == authors


@pytest.mark.parametrize(
    ("text", "opening", "authors"),
    [
        (CHINESE, "新闻社埃洛里12月30日电（记者周海岚）", ("周海岚",)),
        (CHINESE, "（本报记者周海岚、李岸）", ("周海岚", "李岸")),
        (CHINESE, "记者从港务局获悉，", ()),
        (KOREAN, "(해안=항구뉴스) 김해안 기자 = ", ("김해안",)),
    ],
)
def test_a_place_line_says_who_wrote(text: str, opening: str, authors: tuple[str, ...]) -> None:
    article = read(f" date 2023-12-30 {TITLES[text]}\n\n{opening}{text}\n\n{text}").article
    assert article.authors == authors
    assert getattr(article.body[0], "text", "") == opening + text


@pytest.mark.parametrize(
    ("closing", "authors"), [("（海野広）", ("海野広",)), ("（以上）", ()), ("（共同）", ())]
)
def test_a_name_in_brackets_ends_the_text(closing: str, authors: tuple[str, ...]) -> None:
    article = read(f" date 2023-12-30 {TITLES[JAPANESE]}\n\n{JAPANESE}\n\n{JAPANESE}{closing}").article
    assert tuple(name for name in article.authors if name != "共同") == authors
