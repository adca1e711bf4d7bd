"""Lines that the tests of the reader share, and the reading of a text."""

from generator.capture import read_capture
from generator.model import Picture, Reading
from generator.parse import parse

HEAD = " date 2023-12-30 Skarrow ferry turns back after engine fire\n"
FERRY = "The ferry turned back to Port Ellory on Saturday after a fire in her engine room, with 212 people on board."
FUEL = (
    "The fire began in a fuel pump, the line said, and was out within ten minutes of the first alarm below."
)
QUAY = "Fishing boats wait for the tide at the stone quay of Thornsea"


def read(text: str) -> Reading:
    """The reading of a text, whatever its file."""
    return parse(read_capture("a.txt", text.encode("utf-8", "surrogatepass")))


def pictures(lines: str) -> list[Picture]:
    """The pictures of an article that has these lines between two paragraphs."""
    body = read(f"{HEAD}\n{FERRY}\n\n{lines}\n\n{FUEL}").article.body
    return [block for block in body if isinstance(block, Picture)]
