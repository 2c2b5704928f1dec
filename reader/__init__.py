"""Wenchuang 文窗, a desktop reader for people who learn Chinese."""
