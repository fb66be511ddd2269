"""Every corpus's labels of names brought to five kinds: PER ORG LOC NORP MISC.

What each corpus marks, and so which kinds are known in it, stands in the tables. GUM marks whole noun phrases, nested;
the names in them are found by the rules of ``entity_names``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.corpora import Word

KINDS = frozenset({"PER", "ORG", "LOC", "NORP", "MISC"})

# Wikigold marks CoNLL-2003's four kinds; its MISC holds works, events, products, languages and demonyms.
WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}
# Universal NER marks three kinds, countries as LOC, and leaves demonyms and all else unmarked.
UNER = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
# CrossNER politics marks fine kinds, one to a name; its misc holds demonyms, members of parties, ideologies and
# offices, and its events and elections are also those called by a description ("invasion of ...").
CROSSNER = {
    "person": "PER",
    "politician": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
    "election": "MISC",
    "event": "MISC",
    "misc": "MISC",
}
# GUM marks every noun phrase that is talked about, named or not; times are never names.
GUM = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "abstract": "MISC",
    "animal": "MISC",
    "event": "MISC",
    "object": "MISC",
    "plant": "MISC",
    "substance": "MISC",
}
TABLES: Mapping[str, Mapping[str, str]] = {"wikigold": WIKIGOLD, "uner": UNER, "crossner": CROSSNER, "gum": GUM}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Offices, forms of address and kin: no part of a person's name, and not a name alone.
TITLES = _set("""
    admiral ambassador archbishop attorney aunt ayatollah baron baroness bishop brigadier capt captain cardinal ceo
    chair chairman chancellor chief col colonel commander commissioner congressman congresswoman counsel count
    countess dad daddy dame deputy director doctor dr duchess duke earl emir emperor empress father gen general gov
    governor grandma grandpa imam judge justice king lady lieutenant lord lords lt madam maj major mama mayor member
    members minister mom mommy mr mrs ms mum mx officer papa petitioner pope pres president prime prince princess
    principal prof professor queen rabbi regent rep representative rev reverend secretary sen senator sergeant sgt
    shah shaikh sheik sheikh sheriff sir sister speaker sultan supreme treasurer tsar tsarevna tsarina uncle vice
""")
CALENDAR = _set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december
""")
# What begins a reference to a part of the text.
_REFERENCES = _set("appendix chapter exhibit extract fig equation figure footnote listing page section table volume")

# Small words inside names; the loose ones do not join what is an entity of its own.
_LINKS = _set("of the and & for de del della des du la le al el bin ibn van von der y e - – ' ’ 's ’s")
_LOOSE_LINKS = _set("at in on to with")
_PARTICLES = _set("the de del della des du la le al el bin ibn van von der y e - – ' ’")
# Relations of which a person's name, another name and a work's title (which may be a clause) are made.
_OF_PERSONS = _set("flat compound nummod goeswith conj amod")
_OF_NAMES = _OF_PERSONS | _set("nmod nmod:poss nmod:desc")
_OF_WORKS = _OF_NAMES | _set("obj obl advmod xcomp nsubj acl advcl")


@dataclass(frozen=True, slots=True)
class Mention:
    """A GUM entity in a sentence: its words' range, end exclusive, and its type."""

    begin: int
    end: int
    type: str


@cache
def demonyms() -> frozenset[str]:
    """The forms of demonyms and of adherents, with their plurals, as in ``demonyms.txt``."""
    lines = Path(__file__).with_name("demonyms.txt").read_text(encoding="utf-8").splitlines()
    forms = [form.strip() for line in lines if not line.startswith("#") for form in line.split(",") if form.strip()]
    return frozenset(forms) | {form + "s" for form in forms if not form.endswith(("s", "ese", "sh", "ch"))}


def kinds(corpus: str) -> frozenset[str]:
    """The kinds of name that a corpus marks, by the beginning of its name; none for one without names."""
    if corpus.startswith("gum"):  # of things other than persons, groups and places it does not say which are named
        return KINDS - {"MISC"}
    found = frozenset(_table(corpus).values())
    return found | {"NORP"} if "MISC" in found else found


def _table(corpus: str) -> Mapping[str, str]:
    return TABLES.get(corpus.partition("-")[0], {})


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Ranges of tokens under IOB labels; an I that continues nothing begins a name, as in CoNLL-2003."""
    found: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        mark, _, kind = label.partition("-")
        if mark == "I" and found and found[-1][1] == index and found[-1][2] == kind:
            found[-1] = (found[-1][0], index + 1, kind)
        elif mark != "O":
            found.append((index, index + 1, kind))
    return found


def mapped(found: Iterable[tuple[int, int, str]], forms: Sequence[str], corpus: str) -> list[tuple[int, int, str]]:
    """A labelled corpus's names under our kinds.

    What is MISC or, in error, a place there but a demonym here becomes NORP; MISC that begins in lower case is a
    description or an ideology, not a name. Raises ValueError for a label that the corpus's table lacks.
    """
    names, table = [], _table(corpus)
    for begin, end, label in found:
        if label not in table:
            raise ValueError(f"{corpus}: {label!r} is not one of its labels {', '.join(table)}")
        kind, surface = table[label], " ".join(forms[begin:end])
        if kind in ("MISC", "LOC") and "MISC" in table.values() and surface in demonyms():
            kind = "NORP"
        if kind != "MISC" or not surface[0].islower():
            names.append((begin, end, kind))
    return names


def mentions(miscs: Iterable[str]) -> list[Mention]:
    """The entities that the MISC columns of a sentence's words open and close; discontinuous ones are left out."""
    found: list[Mention] = []
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, misc in enumerate(miscs):
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for bracket, body, close in re.findall(r"(\()?([^()]+)(\))?", value):
            identity, _, rest = body.partition("-")
            if "[" in identity:
                continue
            if bracket:
                opened.setdefault(identity, []).append((index, rest.partition("-")[0]))
            if close and opened.get(identity):
                begin, kind = opened[identity].pop()
                found.append(Mention(begin, index + 1, kind))
    return found


def entity_names(
    forms: Sequence[str], words: Sequence["Word"], entities: Iterable[Mention]
) -> list[tuple[int, int, str]]:
    """The names in a sentence of GUM: ranges of words, flat, the longest winning, in order.

    ``words`` have heads counted within the sentence. A name is the run of an entity's words about a proper head
    (``_run``); demonyms outside a longer name are NORP.
    """
    heads: dict[int, Mention] = {}
    for mention in sorted(entities, key=lambda mention: mention.begin - mention.end):
        heads[_head(words, mention)] = mention  # of entities under one head, the shortest
    found: list[tuple[int, int, str]] = []
    languages = set()
    for top, mention in heads.items():
        head = _kernel(forms, words, top, mention, heads)
        if head is None or forms[head].lower() in CALENDAR or mention.type not in GUM:
            continue
        begin, end = _run(forms, words, head, mention, heads)
        kind = GUM[mention.type]
        if kind == "PER":
            while begin < end and (_title(forms[begin]) or forms[begin] in ("-", "of")):
                begin += 1
        surface = " ".join(forms[begin:end])
        if kind in ("PER", "ORG") and (
            surface in demonyms() or (kind == "PER" and forms[end - 1] in demonyms() and begin < end)
        ):
            kind = "NORP"
        elif kind == "MISC" and surface in demonyms():
            languages.add(head)
        if kind == "PER" and _title(forms[head]) and words[end - 1].label != "flat":
            continue
        if begin < end and forms[begin][0].isalnum() and not _reference(forms[begin:end]):
            found.append((begin, end, kind))
    found += _demonyms(forms, words, languages)
    return _flat(found)


def _flat(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for begin, end, kind in sorted(found, key=lambda name: (name[0] - name[1], name[0])):
        if all(end <= other[0] or other[1] <= begin for other in kept):
            kept.append((begin, end, kind))
    return sorted(kept)


def _head(words: Sequence["Word"], mention: Mention) -> int:
    inside = range(mention.begin, mention.end)
    return next((i for i in inside if words[i].head == i or words[i].head not in inside), mention.begin)


def _proper(word: "Word") -> bool:
    return word.upos == "PROPN" or word.xpos in ("NNP", "NNPS")


def _kernel(
    forms: Sequence[str], words: Sequence["Word"], head: int, mention: Mention, heads: Mapping[int, Mention]
) -> int | None:
    """The proper head of an entity, or the proper name, no entity of its own, that a common noun or a title introduces.

    "captain Ann Lee" with ``flat``, "the poet Ann Lee" with ``appos``, "the city of Ur" with ``nmod`` and "of".
    """
    title = mention.type == "person" and _title(forms[head])
    if _proper(words[head]) and not title:
        return head
    cases = {word.head for index, word in enumerate(words) if word.label == "case" and forms[index].lower() == "of"}
    for index in range(mention.begin, mention.end):
        word = words[index]
        of_place = word.label == "nmod" and mention.type == "place" and index in cases
        if word.head == head and _proper(word) and index not in heads and (word.label in ("flat", "appos") or of_place):
            return index
    return head if title and _proper(words[head]) else None


def _title(form: str) -> bool:
    return form.lower().rstrip(".") in TITLES


def _reference(forms: Sequence[str]) -> bool:
    """Whether the words are an address on the net or refer to a part of a text."""
    return any("@" in form or "://" in form for form in forms) or forms[0].lower().rstrip(".") in _REFERENCES


def _run(
    forms: Sequence[str], words: Sequence["Word"], head: int, mention: Mention, heads: Mapping[int, Mention]
) -> tuple[int, int]:
    """The name about an entity's head: proper words that hang on it, and small words between them.

    No apposition, relative clause, title or description (``nmod:desc``) is of the name, nor a possessor, conjunct or
    place that is an entity of its own.
    """
    person = mention.type == "person"
    inner = _OF_PERSONS if person else _OF_WORKS if GUM[mention.type] == "MISC" else _OF_NAMES

    def part(index: int) -> bool:
        word, form = words[index], forms[index]
        if not (_proper(word) or (form[0].isupper() and (index > 0 or form in demonyms())) or form[0].isdigit()):
            return False
        return word.upos not in ("DET", "PRON", "PUNCT", "AUX") and within(index)

    def within(index: int) -> bool:
        """Whether the word hangs on the head through relations that stay in a name."""
        for _ in words:
            if index == head:
                return True
            word = words[index]
            if word.label == "flat" == words[head].label and word.head == words[head].head:
                return True  # both hang on the noun or title that introduces the name
            if word.label not in inner or not mention.begin <= word.head < mention.end:
                return False
            if index in heads and (word.label == "nmod:poss" or (word.label == "conj" and word.head == head)):
                return False
            if person and word.label == "amod" and forms[index] in demonyms():
                return False
            if index in heads and any(
                w.head == index and w.label == "case" and forms[i].lower() in _LOOSE_LINKS for i, w in enumerate(words)
            ):
                return False
            index = word.head
        return False

    links = _PARTICLES if person else _LINKS | _LOOSE_LINKS
    ends = []
    for step in (-1, 1):
        edge = index = head
        while mention.begin <= (index := index + step) < mention.end:
            if part(index):
                edge = index
            elif forms[index].lower() not in links:
                break
        ends.append(edge)
    return ends[0], ends[1] + 1


def _demonyms(forms: Sequence[str], words: Sequence["Word"], languages: set[int]) -> list[tuple[int, int, str]]:
    """Demonyms among adjectives and nouns, of two words or of one."""
    found: list[tuple[int, int, str]] = []
    for length in (3, 2, 1):
        for begin in range(len(forms) - length + 1):
            last = begin + length - 1
            surface = " ".join(forms[begin : begin + length]).replace(" - ", "-")
            if words[last].upos in ("ADJ", "NOUN", "PROPN") and last not in languages and surface in demonyms():
                found.append((begin, begin + length, "NORP"))
    return found
