"""English words, cut as the Universal Dependencies treebanks of English (EWT, GUM) cut them.

A blank English pipeline of spaCy with other patterns and exceptions. Everything here is a regular expression or an
exact word, so that `Language.to_disk` stores it and `spacy.load` gives the same tokenizer back.
"""

import re

import spacy
from spacy.attrs import ORTH
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

QUOTES = '"“”„«»'
APOSTROPHES = "'’`´"
RUNS = [r"[!?]+", r"\*+", "=+", "_+", "<+", ">+", r"~+"]
CLITICS = "|".join(f"[{first}{first.upper()}][{second}{second.upper()}]" for first, second in ("re", "ve", "ll"))

# Prefixes that the treebanks' guidelines leave on their word ("non-lethal").
BOUND = (
    "anti arch bi bio co counter cross cyber de e ex extra inter intra macro mega micro mid mini multi non "
    "over para post pre pro pseudo psycho re semi socio sub super tri ultra un uni vice"
)
_FREE = "".join(rf"(?<!(?<![\w-])[{word[0]}{word[0].upper()}]{word[1:]})" for word in BOUND.split())

PREFIXES = [
    *RUNS,
    r"-+(?=[^\W\d])",
    "/(?=[^/])",
    rf"[{ALPHA}]+\.(?=[,;:])",  # a full stop before a comma belongs to an abbreviation
]
SUFFIXES = [
    r"[!?]+",
    r"\*+",
    ">+",
    "~+",
    rf"(?<=[{ALPHA}])[nN][{APOSTROPHES}][tT]",
    rf"(?<=[{ALPHA}])[{APOSTROPHES}](?:[sS]|{CLITICS})",
    rf"(?<=[{ALPHA}]{{3}})-+",  # shorter ones are mostly broken-off words ("th-")
    r"(?<=[0-9.,;:!?%)])-+",
    r"(?<=[0-9])(?:[ap]m|[AP]M|[ap]\.m\.|k|bn|b|mins?|Hz)",
    rf"(?<=[{ALPHA}])\++",
]
INFIXES = [
    r"--+",
    "[–—]",
    f"[{QUOTES}]",
    rf"(?<=[{ALPHA}0-9])\((?=\w)",
    rf"(?<=[{ALPHA_LOWER}])[!?]+(?=[{ALPHA}])",
    rf"(?<=[{ALPHA_LOWER}0-9])\)(?=\w)",
    rf"(?<=[{ALPHA_UPPER}])-(?=[0-9])",
    rf"(?<=[{ALPHA}]\.)-(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[-~](?=['’‘`ʿʾ]?[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA}0-9]){_FREE}[-~](?=[{ALPHA}])",
]
WHOLE = [
    r"\+?[0-9]+(?:[-./][0-9]+){2,}",  # telephone numbers, dates
    r"[0-9]*0['’]s",  # decades
    r"['’][0-9]{2}s?",
    r"[A-Za-z]/[A-Za-z]",
    rf"(?:[{ALPHA}]\.){{2,}}",
]

ABBREVIATIONS = (
    "Adj. al. approx. Attn. Brig. Capt. ca. Cmdr. Col. Conf. Cpl. Cpt. dept. Dept. div. Div. Esp. esp. est. Est. "
    "ext. Ft. Fri. Hon. lb. lbs. Lt. Maj. mins. misc. Mlle. Mme. Mon. Nos. oz. Pres. Pvt. Reps. Sat. Sc. Sec. "
    "Sens. Sgt. Spec. Sr. Thu. Thur. Thurs. Tue. Tues. Vol. vol. Wed. yrs."
)
SPLIT = {"wanna": "wan na", "lotta": "lot ta", "outta": "out ta"}
# spaCy's exceptions that the treebanks do not follow, or that are words of their own without an apostrophe.
NOT_SPECIAL = ("id", "Id", "wed", "Wed", "and/or", "):")


def english() -> Language:
    """A blank English pipeline whose tokenizer cuts words as the English UD treebanks do.

    Before a capital letter every hyphen is cut, bound prefix or not ("anti - Isis"), so that a name is a token.
    """
    nlp = spacy.blank("en")
    default = nlp.Defaults
    words = {word: parts for word, parts in (default.tokenizer_exceptions or {}).items() if word not in NOT_SPECIAL}
    words |= {word: [{ORTH: word}] for word in ABBREVIATIONS.split()}
    for word, parts in SPLIT.items():
        words[word] = [{ORTH: part} for part in parts.split()]
        words[word.title()] = [{ORTH: part} for part in parts.capitalize().split()]
    # spaCy's own pattern for hyphens is the one with "---"; INFIXES has it with the bound prefixes left out.
    infixes = [pattern for pattern in default.infixes or [] if "---" not in str(pattern)]
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=words,
        prefix_search=compile_prefix_regex([*PREFIXES, *(default.prefixes or [])]).search,
        suffix_search=compile_suffix_regex([*SUFFIXES, *(default.suffixes or [])]).search,
        infix_finditer=compile_infix_regex([*INFIXES, *infixes]).finditer,
        token_match=re.compile("|".join(f"(?:{pattern})$" for pattern in WHOLE)).match,
        url_match=default.url_match,
    )
    return nlp
