"""HTML -> article: trafilatura finds the main text and what the page's head says; it never fetches anything here."""

import re

from claimgraph.articles import dates
from claimgraph.articles.article import compose
from claimgraph.articles.encoding import decode
from claimgraph.articles.metadata import Metadata
from claimgraph.errors import InputError
from claimgraph.model import Article

LOOKS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
HEAD = 4096  # bytes in which a page declares its encoding
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}  # no guess, and no clock


def looks_like(data: bytes) -> bool:
    """Whether bytes begin as an HTML page does."""
    return LOOKS.match(data) is not None


def article(data: bytes, identifier: str, limit: int) -> Article:
    """The article on a page, even if the page is cut off; offsets count in the text found.

    Raises InputError where there is no text, or text beyond the limits.
    """
    from trafilatura import bare_extraction  # slow to import: only where there is HTML
    from trafilatura.settings import Document

    declared = CHARSET.search(data[:HEAD])
    markup = decode(data, declared=declared[1].decode("ascii", "replace") if declared else None, cut=True)
    if not markup.strip():
        raise InputError("only white space: nothing to read" if markup else "empty: nothing to read")
    try:
        page = bare_extraction(markup, include_comments=False, with_metadata=True, date_extraction_params=DATES)
    except RecursionError:
        raise InputError("its HTML is nested too deeply: save the article as plain text") from None
    text = page.text if isinstance(page, Document) else None
    if not isinstance(page, Document) or not text or not text.strip():
        raise InputError("no text found in its HTML: save the article as plain text")
    issued = dates.parse(page.date) if page.date else None
    known = Metadata(page.title or None, issued, page.sitename or None, page.url or None)
    return compose(identifier, text, limit, known)
