"""The site map by the protocol of sitemaps.org 0.9: one file, or an index over several where the site is large."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

MOST = 50_000
"""Addresses in one file, by the protocol."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the site."""

    url: str
    """Relative to the site's root."""
    changed: str = ""
    """The day its content last changed, ISO 8601; empty where nothing says."""


def sitemap(addresses: Sequence[Address], base: str, most: int = MOST) -> dict[str, bytes]:
    """The files by name. `base` is the address of the site; where it has none, locations are relative, which the
    protocol does not allow but the offline forms of the site can use."""
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)] or [addresses]
    if len(parts) == 1:
        return {"sitemap.xml": _file("urlset", "url", parts[0], base)}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    latest = [max(address.changed for address in part) for part in parts]
    index = [Address(name, changed) for name, changed in zip(names, latest, strict=True)]
    files = {name: _file("urlset", "url", part, base) for name, part in zip(names, parts, strict=True)}
    return {"sitemap.xml": _file("sitemapindex", "sitemap", index, base)} | files


def _file(root_name: str, row_name: str, addresses: Sequence[Address], base: str) -> bytes:
    root = ElementTree.Element(root_name, xmlns=_NAMESPACE)
    for address in addresses:
        row = ElementTree.SubElement(root, row_name)
        ElementTree.SubElement(row, "loc").text = f"{base}/{address.url}" if base else address.url
        if address.changed:
            ElementTree.SubElement(row, "lastmod").text = address.changed
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True)) + b"\n"
