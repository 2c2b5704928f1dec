"""Wenchuang 文窗, a desktop reader for people who learn Chinese."""

__version__ = "0.1.0"
