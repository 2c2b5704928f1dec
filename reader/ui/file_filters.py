"""What the dialog for opening files lets through, by kind of file."""

from reader.ui.translation import translate

TEXTS = "*.txt *.text *.md *.markdown *.mkd *.mdown"
PAGES = "*.html *.htm *.xhtml *.xht *.shtml *.mhtml *.mht"
FEEDS = "*.xml *.rss *.atom *.rdf"
BOOKS = "*.epub"
DOCUMENTS = "*.docx *.odt *.pdf"
SUBTITLES = "*.srt *.vtt *.ass *.ssa *.lrc"
ARCHIVES = "*.zip"


def list_filters() -> tuple[str, ...]:
    """The filters as Qt writes them, all kinds first; what a file is decides how it is read."""
    kinds = (
        (translate("Files", "Texts"), TEXTS),
        (translate("Files", "Web pages"), PAGES),
        (translate("Files", "Feeds"), FEEDS),
        (translate("Files", "Books"), BOOKS),
        (translate("Files", "Documents"), DOCUMENTS),
        (translate("Files", "Subtitles and lyrics"), SUBTITLES),
        (translate("Files", "Zip files"), ARCHIVES),
    )
    everything = " ".join(endings for _, endings in kinds)
    rows = ((translate("Files", "Everything that can be read"), everything), *kinds)
    every_file = translate("Files", "All files")
    return (*(f"{label} ({endings})" for label, endings in rows), f"{every_file} (*)")
