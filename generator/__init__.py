"""Pressmark: a folder of captured news articles becomes a lasting, searchable static archive."""

__version__ = "0.1.0"
