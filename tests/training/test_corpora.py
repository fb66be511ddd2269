"""Corpora read into raw texts: offsets, documents and errors, on invented files."""

from pathlib import Path

import pytest

from training.corpora import Name, Text, column, conllu, iob2, load
from training.surface import detokenise, divide

NEWS = """\
# newdoc id = weblog-invented_1
# newpar id = p1
# sent_id = 1
# text = Mina can't see “Ur”.
1\tMina\tMina\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsee\tsee\tVERB\tVB\t_\t0\troot\t_\t_
4.1\tsaw\tsee\tVERB\tVBD\t_\t_\t_\t_\t_
5\t“\t"\tPUNCT\t``\t_\t6\tpunct\t_\tSpaceAfter=No
6\tUr\tUr\tPROPN\tNNP\t_\t4\tobj\t_\tSpaceAfter=No
7\t”\t"\tPUNCT\t''\t_\t6\tpunct\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
# newpar_block = p (1 s)
# text = Rain fell.
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = 3
# text = Go.
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = n09999
# sent_id = 4
# text = Go
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_
"""

ENTITIES = """\
# newdoc id = GUM_news_invented
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# meta::genre = news
# text = We go. Ann met Bo.
1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
4\tAnn\tAnn\tPROPN\tNNP\t_\t5\tnsubj\t_\tEntity=(1-person-new-n-cf1-1-sgl)
5\tmet\tmeet\tVERB\tVBD\t_\t2\tparataxis\t_\t_
6\tBo\tBo\tPROPN\tNNP\t_\t5\tobj\t_\tEntity=(2-person-new-n-cf2-1-sgl)|SpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_
"""


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def surfaces(text: Text) -> list[str]:
    return [text.text[word.begin : word.end] for word in text.words]


def named(text: Text) -> list[tuple[str, str]]:
    assert text.names is not None
    return [(text.text[name.begin : name.end], name.label) for name in text.names]


def test_conllu_puts_words_on_the_characters_of_joined_sentences(tmp_path: Path) -> None:
    first, second = conllu(write(tmp_path, "a.conllu", NEWS), "ewt-dev")
    assert first.text == "Mina can't see “Ur”. Rain fell.\n\nGo."
    assert surfaces(first) == ["Mina", "ca", "n't", "see", "“", "Ur", "”", ".", "Rain", "fell", ".", "Go", "."]
    assert (set(first.starts), set(first.paragraphs)) == ({0, 8, 11}, {0, 11})
    assert [word.head for word in first.words] == [3, 3, 3, 3, 5, 3, 5, 3, 9, 9, 9, 11, 11]
    assert (first.words[0].feats, first.words[3].feats, first.words[3].label) == ("Number=Sing", "", "root")
    assert (first.name, first.genre, second.genre) == ("weblog-invented_1", "weblog", "news")
    assert (first.names, set(first.kinds), first.parsed) == (None, set(), True)


def test_conllu_reads_gums_entities_and_genre(tmp_path: Path) -> None:
    (text,) = conllu(write(tmp_path, "g.conllu", ENTITIES), "gum-train")
    assert text.genre == "news"
    assert "NORP" in text.kinds
    assert named(text) == [("Ann", "PER"), ("Bo", "PER")]


def test_a_token_is_divided_by_its_forms_or_by_their_share_of_it() -> None:
    assert divide(10, 15, ["ca", "n't"]) == [(10, 12), (12, 15)]
    assert divide(0, 5, ["will", "not"]) == [(0, 3), (3, 5)]
    assert divide(0, 2, ["longest", "a"]) == [(0, 1), (1, 2)]
    assert divide(0, 3, ["a", "", "longest"]) == [(0, 1), (1, 2), (2, 3)]
    assert divide(0, 1, ["de", "el"]) == [(0, 0), (0, 1)]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("2\tfell", "2 fell", 20, "9 columns"),
        ("2\tfell\t", "2\tfalls\t", 20, "'falls' is not next"),
        ("# text = Rain fell.\n", "", 16, "without its # text"),
        ("1\tRain", "one\tRain", 19, "not the number of a word"),
        ("NN\t_\t2\tnsubj", "NN\t_\t9\tnsubj", 19, "not the head of word 1"),
    ],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    path = write(tmp_path, "a.conllu", NEWS.replace(old, new))
    with pytest.raises(ValueError, match=problem) as error:
        conllu(path, "ewt-dev")
    assert str(error.value).startswith(f"{path}:{line}: ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"ewt-train\.conllu"):
        conllu(tmp_path / "ewt-train.conllu", "ewt-train")


def test_iob2_aligns_its_tokens_to_the_text(tmp_path: Path) -> None:
    rows = "1\tAnn\tB-PER\t-\tx\n2\tLee\tI-PER\t-\tx\n3\t's\tO\t-\t-\n4\tUr\tB-LOC\t-\tx\n"
    path = write(tmp_path, "u.iob2", f"# newdoc id = email-1\n# sent_id = 1\n# text = Ann Lee's Ur\n{rows}\n")
    (text,) = iob2(path, "uner-ewt-dev")
    assert (text.text, text.genre, text.parsed) == ("Ann Lee's Ur", "email", False)
    assert named(text) == [("Ann Lee", "PER"), ("Ur", "LOC")]
    assert text.kinds == {"PER", "ORG", "LOC"}
    assert [(word.head, word.upos) for word in text.words] == [(0, ""), (1, ""), (2, ""), (3, "")]


def test_columns_are_parted_by_docstart_and_detokenised(tmp_path: Path) -> None:
    rows = "Ann I-PER\n's O\ncat O\n. O\n\nIt O\nran O\n. O\n\n-DOCSTART- O\n\n"
    rows += "The O\nSyrian I-MISC\ncat O\n\n-DOCSTART- O\n"
    first, second = column(write(tmp_path, "w.conll", rows), "wikigold")
    assert (first.text, set(first.starts), set(first.paragraphs)) == ("Ann's cat. It ran.", {0, 4}, {0})
    assert first.names == (Name(0, 3, "PER"),)
    assert named(second) == [("Syrian", "NORP")]


def test_unrelated_sentences_are_paragraphs_ten_to_a_text(tmp_path: Path) -> None:
    path = write(tmp_path, "c.txt", "Ann\tB-politician\nran\tO\n\n" * 12)
    texts = column(path, "crossner-politics-dev", separator="\t", connected=False)
    assert [len(text.starts) for text in texts] == [10, 2]
    assert texts[1].text == "Ann ran\n\nAnn ran"
    assert texts[1].paragraphs == {0, 2}


def test_a_label_unknown_to_a_corpus_is_refused_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "w.conll", "Ann I-WHO\n")
    with pytest.raises(ValueError, match="'WHO' is not one of its labels") as error:
        column(path, "wikigold")
    assert str(error.value).startswith(f"{path}:1: ")


@pytest.mark.parametrize(
    ("tokens", "surface"),
    [
        ('He said , " Go ( now ) ! "', 'He said, "Go (now)!"'),
        ("It is n't $ 5 , or 5 % .", "It isn't $5, or 5%."),
        ("the boys ' cats and / or dogs", "the boys' cats and/or dogs"),
        ("a ' big ' cat -LRB- `` old '' -RRB-", "a 'big' cat (“old”)"),
    ],
)
def test_detokenised_text_is_spaced_as_print(tokens: str, surface: str) -> None:
    text, spans = detokenise(tokens.split())
    assert text == surface
    assert all(begin < end and " " not in text[begin:end] for begin, end in spans)


def test_load_holds_out_the_last_fifth_of_wikigold(tmp_path: Path) -> None:
    for name in ("ewt-train", "ewt-dev", "ewt-test", "gum-train", "gum-dev", "gum-test", "pud-test"):
        write(tmp_path, f"ud/{name}.conllu", NEWS)
    write(tmp_path, "ner/wikigold.conll", "Ann I-PER\n\n-DOCSTART- O\n\n" * 5)
    for part in ("train", "dev", "test"):
        write(tmp_path, f"ner/crossner-politics-{part}.txt", "Ann\tB-person\n")
    for part in ("dev", "test"):
        write(tmp_path, f"ner/uner-ewt-{part}.iob2", "# text = Ann\n1\tAnn\tB-PER\t-\t-\n")
    corpora = load(tmp_path)
    counts = [[text.corpus for text in texts].count("wikigold-train") for texts in (corpora.train, corpora.test)]
    assert counts == [4, 0]
    assert [text.corpus for text in corpora.test].count("wikigold-test") == 1
    assert {text.corpus for text in corpora.dev} == {"ewt-dev", "gum-dev"}
    assert not {text.name for text in corpora.test if text.corpus == "wikigold-test"} & {
        text.name for text in corpora.train
    }
