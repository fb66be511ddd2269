"""What lemminflect's dictionary of English says of a word; words that it lacks are never guessed at."""

from functools import lru_cache

from lemminflect import getAllLemmas


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """The dictionary form of a plural common noun in lower case, "" for any other word."""
    found: tuple[str, ...] = getAllLemmas(word, upos="NOUN").get("NOUN", ())
    return found[0] if found and found[0] != word else ""


@lru_cache(maxsize=100_000)
def is_common(word: str) -> bool:
    """Whether the dictionary has the word, in lower case, as a noun or an adjective."""
    return bool({"NOUN", "ADJ"} & getAllLemmas(word).keys())
