"""A corpus's annotation on the tokenizer's words, where the two cut alike and where they do not."""

from training.align import Token, main_label, morph, tokens
from training.corpora import Name, Text, Word

Span = tuple[int, int]


def spans(surface: str, forms: str) -> list[Span]:
    """Where each of the forms stands, one after the other."""
    found, at = [], 0
    for form in forms.split():
        begin = surface.index(form, at)
        at = begin + len(form)
        found.append((begin, at))
    return found


def text(
    surface: str,
    rows: str,
    starts: tuple[int, ...] = (0,),
    names: tuple[Name, ...] | None = None,
    kinds: str = "",
    parsed: bool = True,
) -> Text:
    """A text from rows of `form tag head label [features]`; heads count from 1 in the text, 0 is a root."""
    lines = [row.split() for row in rows.strip().splitlines()]
    found = spans(surface, " ".join(line[0] for line in lines))
    words = tuple(
        Word(*span, tag, tag.lower(), feats[0] if feats else "", int(head) - 1 if head != "0" else i, label)
        for i, (span, (_, tag, head, label, *feats)) in enumerate(zip(found, lines, strict=True))
    )
    begins = frozenset(starts)
    return Text("invented", "1", "", surface, words, begins, frozenset({0}), names, frozenset(kinds.split()), parsed)


def cut(given: Text, forms: str) -> list[Token]:
    return tokens(given, spans(given.text, forms))


def unknown(token: Token) -> bool:
    return (token.label, token.upos, token.xpos, token.morph) == (None,) * 4


LEFT = text(
    "Mina  left Ur.\n\nShe sang.",
    """
    Mina PROPN 2 nsubj Case=Nom|Number=Sing
    left VERB 0 root Tense=Past|VerbForm=Fin
    Ur PROPN 2 obj:desc Number=Sing
    . PUNCT 2 punct
    She PRON 6 nsubj:pass
    sang VERB 0 root
    . PUNCT 6 punct
    """,
    starts=(0, 4),
)


def test_one_word_one_token() -> None:
    found = cut(LEFT, "Mina left Ur . She sang .")
    assert [t.form for t in found] == ["Mina", "left", "Ur", ".", "She", "sang", "."]
    assert [t.before for t in found] == ["", "  ", " ", "", "\n\n", " ", ""]
    assert [t.head for t in found] == [1, 1, 1, 1, 5, 5, 5]
    assert [t.label for t in found] == ["nsubj", "root", "obj", "punct", "nsubj:pass", "root", "punct"]
    assert [t.upos for t in found[:2]] == ["PROPN", "VERB"]
    assert [t.xpos for t in found[:2]] == ["propn", "verb"]
    assert [t.morph for t in found[:3]] == ["Number=Sing", "Tense=Past|VerbForm=Fin", "Number=Sing"]
    assert [t.starts for t in found] == [True, False, False, False, True, False, False]
    assert {t.name for t in found} == {None}


def test_only_subtypes_and_features_that_are_read_stay() -> None:
    assert [main_label(label) for label in ("obl:tmod", "nmod:desc", "obj")] == ["obl:tmod", "nmod", "obj"]
    assert morph("Case=Acc|Number=Sing|PronType=Prs") == "Number=Sing"
    assert morph("") == ""


def test_a_merged_token_takes_the_head_words_annotation() -> None:
    given = text(
        "a long pre-war town",
        "a DET 6 det\nlong ADV 3 advmod\npre ADJ 5 amod\n- PUNCT 3 punct\nwar NOUN 6 compound\ntown NOUN 0 root",
    )
    found = cut(given, "a long pre-war town")
    assert (found[2].head, found[2].label, found[2].upos) == (3, "compound", "NOUN")
    assert (found[1].head, found[1].label) == (2, "advmod")  # hung on "pre", inside the token


def test_a_merged_token_is_a_root_where_its_head_word_is() -> None:
    found = cut(text("wanna sing", "wan VERB 0 root\nna PART 3 mark\nsing VERB 1 xcomp"), "wanna sing")
    assert unknown(found[0])  # two words of it hang outside it or on nothing
    assert found[1].head == 0
    found = cut(text("e-mail it", "e NOUN 3 compound\n- PUNCT 1 punct\nmail VERB 0 root\nit PRON 3 obj"), "e-mail it")
    assert (found[0].head, found[0].label) == (0, "root")
    assert found[1].head == 0


def test_words_merged_under_no_common_head_are_unknown_but_bear_what_hangs_on_them() -> None:
    given = text("so cannot stay", "so ADV 2 advmod\ncan AUX 4 aux\nnot PART 4 advmod\nstay VERB 0 root")
    found = cut(given, "so cannot stay")
    assert unknown(found[1])
    assert found[1].head is None
    assert (found[0].head, found[0].label) == (1, "advmod")


def test_of_a_split_word_the_last_piece_with_letters_bears_and_the_others_hang_on_it() -> None:
    given = text("a 10km) walk", "a DET 3 det\n10km) NOUN 3 compound\nwalk NOUN 0 root")
    found = cut(given, "a 10 km ) walk")
    assert (found[2].head, found[2].label, found[2].upos) == (4, "compound", "NOUN")
    assert [found[1].head, found[3].head] == [2, 2]
    assert unknown(found[1])
    assert unknown(found[3])


def test_of_a_split_word_without_letters_the_first_piece_bears() -> None:
    found = cut(text("go :-)", "go VERB 0 root\n:-) SYM 1 discourse"), "go :- )")
    assert (found[1].head, found[1].label) == (0, "discourse")
    assert (found[2].head, found[2].label) == (1, None)


def test_what_hangs_on_a_split_word_hangs_on_the_piece_that_bears() -> None:
    found = cut(text("two 10km", "two NUM 2 nummod\n10km NOUN 0 root"), "two 10 km")
    assert [t.head for t in found] == [2, 2, 2]
    assert [t.label for t in found] == ["nummod", None, "root"]


def test_crossing_cuts_are_unknown_and_so_are_heads_in_them() -> None:
    given = text("the Ab16's roof", "the DET 2 det\nAb PROPN 3 compound\n16's NUM 4 nmod\nroof NOUN 0 root")
    found = cut(given, "the Ab16 's roof")
    assert unknown(found[1])
    assert unknown(found[2])
    assert [t.head for t in found] == [None, None, None, 3]
    assert found[0].label == "det"  # known though its head is not


def test_a_token_outside_the_corpus_s_words_is_unknown() -> None:
    found = cut(text("go * now", "go VERB 0 root\nnow ADV 1 advmod"), "go * now")
    assert unknown(found[1])
    assert [t.head for t in found] == [0, None, 0]


def test_sentences_start_on_the_first_piece_of_a_word_and_on_a_token_that_holds_their_first_word() -> None:
    given = text(
        "10km. Go on.", "10km NOUN 0 root\n. PUNCT 1 punct\nGo VERB 0 root\non ADV 3 advmod\n. PUNCT 3 punct", (0, 2)
    )
    assert [t.starts for t in cut(given, "10 km . Go on .")] == [True, False, False, True, False, False]
    assert [t.starts for t in cut(given, "10km . Go on.")] == [True, False, True, False]
    glued = text("Go.Stay", "Go VERB 0 root\n. PUNCT 1 punct\nStay VERB 0 root", (0, 2))
    assert [t.starts for t in cut(glued, "Go .Stay")] == [True, True]


def test_a_corpus_without_trees_gives_starts_and_names_only() -> None:
    given = text("Ann sang", "Ann _ 1 _\nsang _ 2 _", names=(Name(0, 3, "PER"),), kinds="PER NORP", parsed=False)
    found = cut(given, "Ann sang")
    assert all(unknown(t) and t.head is None for t in found)
    assert [(t.starts, t.name) for t in found] == [(True, "B-PER"), (False, "O")]


def named(surface: str, forms: str, kinds: str, *found: tuple[str, str]) -> list[str | None]:
    """The tokens' names, given the corpus's as surfaces with their kinds."""
    marked = tuple(Name(surface.index(form), surface.index(form) + len(form), kind) for form, kind in found)
    given = text(surface, "\n".join(f"{form} X 0 root" for form in surface.split()), names=marked, kinds=kinds)
    return [t.name for t in cut(given, forms)]


def test_names_begin_and_go_on() -> None:
    every = "PER ORG LOC NORP MISC"
    found = named(
        "Ann Lee met Bo of Ur", "Ann Lee met Bo of Ur", every, ("Ann Lee", "PER"), ("Bo", "PER"), ("Ur", "LOC")
    )
    assert found == ["B-PER", "I-PER", "O", "B-PER", "O", "B-LOC"]


def test_names_next_to_each_other_stay_apart() -> None:
    found = named("Ann Bo sang", "Ann Bo sang", "PER NORP", ("Ann", "PER"), ("Bo", "PER"))
    assert found == ["B-PER", "B-PER", "O"]


def test_a_token_with_a_name_in_it_is_the_name() -> None:
    assert named("Ur-based Ann", "Ur-based Ann", "LOC NORP", ("Ur", "LOC")) == ["B-LOC", "O"]
    assert named("Ur-Uruk road", "Ur - Uruk road", "LOC NORP", ("Ur-Uruk", "LOC")) == ["B-LOC", "I-LOC", "I-LOC", "O"]


def test_a_kind_that_the_corpus_does_not_mark_is_unknown() -> None:
    found = named("Ann read Songs aloud", "Ann read Songs aloud", "PER NORP", ("Ann", "PER"), ("Songs", "MISC"))
    assert found == ["B-PER", "O", None, "O"]


def test_where_a_corpus_is_silent_on_nationalities_unmarked_capitals_are_unknown() -> None:
    found = named("Ann met Syrian singers", "Ann met Syrian singers", "PER LOC", ("Ann", "PER"))
    assert found == ["B-PER", "O", None, "O"]
    assert named("Ann met Syrian singers", "Ann met Syrian singers", "PER NORP", ("Ann", "PER")) == [
        "B-PER",
        "O",
        "O",
        "O",
    ]
