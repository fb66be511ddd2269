import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimgraph.statements.dates import When, belonging, dated, expressions
from eventful import claim, read
from handmade import doc

ISSUED = "2024-05-15"  # a Wednesday
SUNDAY = "2024-05-12"


VERB = """
Norland PROPN 2 nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN 2 obj NNP
{} ADP 5 case
Sunday PROPN 2 obl NNP
"""
REPORTED = """
Norland PROPN 2 nsubj NNP
said VERB 0 root VBD
{} ADP 4 case
Sunday PROPN 2 obl NNP
troops NOUN 6 nsubj NNS
invaded VERB 2 ccomp VBD
Sudria PROPN 6 obj NNP
"""
CLAUSE = """
The DET 2 det
raid NOUN 3 nsubj NN
happened VERB 0 root VBD
on ADP 5 case
Sunday PROPN 3 obl NNP
"""
MODAL = """
They PRON 3 nsubj PRP
may AUX 3 aux MD
invade VERB 0 root VB
Sudria PROPN 3 obj NNP
"""


def test_a_date_belongs_to_the_verb_above_it() -> None:
    event = read(doc(VERB.format("on"))).events[0]
    assert (event.date, event.date_text) == (SUNDAY, "Sunday")


def test_what_comes_before_or_after_a_date_has_none() -> None:
    assert read(doc(VERB.format("before"))).events[0].date_text is None
    assert not expressions(next(doc(VERB.format("after")).sents), ISSUED)


def test_a_limit_gives_one_end_of_a_stretch() -> None:
    since, until = (expressions(next(doc(VERB.format(word)).sents), ISSUED)[0] for word in ("since", "until"))
    assert since[4:7] == (None, SUNDAY, None)
    assert until[4:7] == (None, None, SUNDAY)


def test_without_the_article_s_date_only_the_words_are_kept() -> None:
    event = read(doc(VERB.format("on")), issued=None).events[0]
    assert (event.date, event.date_text) == (None, "Sunday")


def test_the_date_of_the_saying_is_not_that_of_the_event() -> None:
    made = doc(REPORTED.format("on"))
    told = read(made, claims=(claim(made.text, "troops invaded Sudria", cue="said"),))
    assert told.events[0].date_text is None


def test_a_noun_has_the_date_of_its_clause() -> None:
    assert read(doc(CLAUSE)).events[0].date == SUNDAY


def test_the_auxiliary_may_is_no_month() -> None:
    assert read(doc(MODAL)).events[0].date_text is None


JOINED = """
{first}
Norland PROPN {head} nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN {head} obj NNP
{second}
and CCONJ {joined} cc
burned VERB {head} conj VBD
Eastport PROPN {joined} obj NNP
"""
LONG_AGO = """
Norland PROPN 2 nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN 2 obj NNP
{} ADV 5 advmod
two NUM 6 nummod CD
years NOUN 7 obl NNS
ago ADV 2 advmod
"""


def test_joined_verbs_share_the_date_before_both() -> None:
    front = "On ADP 2 case\nSunday PROPN 4 obl NNP"
    made = doc(JOINED.format(first=front, second="", head=4, joined=7).replace("\n\n", "\n"))
    assert [event.date for event in read(made).events] == [SUNDAY, SUNDAY]


def test_a_date_between_them_belongs_to_the_first() -> None:
    between = "on ADP 5 case\nSunday PROPN 2 obl NNP"
    made = doc(JOINED.format(first="", second=between, head=2, joined=7))
    assert [event.date for event in read(made).events] == [SUNDAY, None]


def test_some_two_years_ago_is_no_year() -> None:
    assert read(doc(LONG_AGO.format("about"))).events[0].date is None
    assert read(doc(LONG_AGO.format("just"))).events[0].date == "2022"


def told(nlp: Language, text: str, issued: str | None = ISSUED) -> list[When]:
    """The dates of a text that the reader reads."""
    return [when for several in dated(nlp(text), issued).values() for when in several]


def words(nlp: Language, text: str) -> list[str]:
    return [when.text for when in told(nlp, text)]


def whose(made: Doc, triggers: str, cues: str = "said") -> dict[str, str | None]:
    """Each trigger with the words of its date; "launch" and "hit" are light verbs."""
    at = {t.i for t in made if t.text in triggers.split()}
    apart = {t.i for t in made if t.text in cues.split()}
    found = {}
    for token in (t for t in made if t.i in at):
        when = belonging(token, expressions(token.sent, ISSUED), at, apart, frozenset({"launch", "hit"}))
        found[token.text] = when.text if when else None
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 2014 offensive failed.", ["2014"]),
        ("In 2014 dozens were killed.", ["2014"]),
        ("2014 people were killed in the offensive.", []),
        ("The council adopted Resolution 2014 in 2011.", ["2011"]),
        ("The fair was called Expo 2020.", []),
        ("Eastport lost 2,014 men.", []),
        ("The January 3 strike killed ten.", ["January 3"]),
        ("The March 14 Alliance condemned the strike.", []),
        ("They clashed near the 17 July Bridge.", []),
        ("Rebels may march on the town.", []),
        ("Theresa May visited Norland in May.", ["May"]),
        ("On Friday they prayed.", ["Friday"]),
        ("Every Friday they pray.", []),
        ("They clashed on Black Friday.", []),
        ("At 5 am the strike hit.", []),
        ("The man was 30 years old.", []),
        ("They left on the anniversary of 3 May.", []),
        ("They left on the morning of 3 May.", ["3 May"]),
        ("Photos from Sunday show the damage.", []),
        ("They withdrew from the city (October 2017).", ["October 2017"]),
    ],
)
def test_what_is_a_date_and_what_only_looks_like_one(nlp: Language, text: str, found: list[str]) -> None:
    assert words(nlp, text) == found


def test_that_may_be_a_conjunction() -> None:
    rows = "They PRON 2 nsubj PRP\nsaid VERB 0 root VBD\nthat {} IN\nyear NOUN 5 obl NN\nrose VERB 2 ccomp VBD"
    found = [expressions(next(doc(rows.format(that)).sents), ISSUED) for that in ("DET 4 det", "SCONJ 5 mark")]
    assert [len(several) for several in found] == [1, 0]


def test_words_keep_their_place_in_the_text(nlp: Language) -> None:
    text = "Norland withdrew.\n\nIt came back between 3 and 7 May 2019, and left on Sunday."
    assert [text[when.begin : when.end] for when in told(nlp, text)] == ["between 3 and 7 May 2019", "Sunday"]


def test_the_next_day_counts_from_the_date_told_before(nlp: Language) -> None:
    text = "Rebels seized the town on 3 May 2014. Nobody was hurt. The next day they left. They came back a week later."
    assert [when[4:7] for when in told(nlp, text)] == [
        ("2014-05-03", None, None),
        ("2014-05-04", None, None),
        (None, "2014-05-05", "2014-05-11"),
    ]


def test_it_does_not_count_from_beyond_a_date_that_is_left_open(nlp: Language) -> None:
    text = "Rebels seized the town on 3 May 2014. They left on Sunday. The next day they came back."
    assert [when.value for when in told(nlp, text, None)] == ["2014-05-03", None, None]


def test_a_date_that_is_only_counted_from_is_one_that_was_told(nlp: Language) -> None:
    text = "Rebels left the town in 2012. Nothing moved before 3 May 2014. The next day they came back."
    assert [when.value for when in told(nlp, text)] == ["2012", "2014-05-04"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The truce lasts until 5 June.", (None, "2024-06-05")),
        ("They held the town until 5 June.", (None, "2023-06-05")),
        ("They were ordered to leave by Friday.", (None, "2024-05-17")),
        ("By Friday they had seized the town.", (None, "2024-05-10")),
    ],
)
def test_the_verb_says_where_a_limit_lies(nlp: Language, text: str, ends: tuple[str | None, str | None]) -> None:
    assert [when[5:7] for when in told(nlp, text)] == [ends]


def test_a_limit_beside_a_noun_is_open_where_the_next_one_differs() -> None:
    rows = "A DET 2 det DT\ntruce NOUN 0 root NN\nuntil ADP {0} case IN\n"
    friday, year = rows.format(4) + "Friday PROPN 2 nmod NNP", rows.format(4) + "2025 NUM 2 nmod CD"
    ends = [expressions(next(doc(made).sents), ISSUED)[0][4:7] for made in (friday, year)]
    assert ends == [(None, None, None), (None, None, "2025")]


def test_will_looks_ahead(nlp: Language) -> None:
    assert [when.value for when in told(nlp, "They will meet on Friday. They met on Friday.")] == [
        "2024-05-17",
        "2024-05-10",
    ]


@pytest.mark.parametrize(
    ("text", "triggers", "dates"),
    [
        (  # what stands before a noun is that noun's only
            "Sunday's strike hit a base that was seized in 2014.",
            "strike hit seized",
            {"strike": "Sunday", "hit": None, "seized": "2014"},
        ),
        (
            "The May 2019 raid and the 2014 siege killed ten.",
            "raid siege killed",
            {"raid": "May 2019", "siege": "2014", "killed": None},
        ),
        ("Ten were arrested in Sunday's operation.", "arrested", {"arrested": None}),
        (  # what opens the sentence holds for the joined clauses, what stands in one of them does not
            "On Sunday gunmen attacked a base and killed two soldiers.",
            "attacked killed",
            {"attacked": "Sunday", "killed": "Sunday"},
        ),
        (
            "Rebels left in 2014 and returned in May 2019.",
            "left returned",
            {"left": "2014", "returned": "May 2019"},
        ),
        (  # participles and phases of an act
            "Norland shelled Eastport on Sunday, killing three people.",
            "shelled killing",
            {"shelled": "Sunday", "killing": "Sunday"},
        ),
        (
            "Norland shelled Eastport on Sunday after seizing Westfort.",
            "shelled seizing",
            {"shelled": "Sunday", "seizing": None},
        ),
        ("On Wednesday, Norland began shelling Eastport.", "shelling", {"shelling": "Wednesday"}),
        ("On Wednesday, Norland stopped shelling Eastport.", "shelling", {"shelling": None}),
        ("The war ended four years ago.", "war", {"war": None}),
        ("Norland launched a wave of strikes on Monday.", "strikes", {"strikes": "Monday"}),
        ("Norland launched raids and strikes on Monday.", "raids strikes", {"raids": "Monday", "strikes": "Monday"}),
        ("Norland met the leaders of strikes on Monday.", "strikes", {"strikes": None}),
        (  # a clause of its own
            "Norland, which invaded Sudria in 2003, withdrew last week.",
            "invaded withdrew",
            {"invaded": "2003", "withdrew": "last week"},
        ),
        (
            "Norland fired missiles on 8 January, days after the killing of a general.",
            "fired killing",
            {"fired": "8 January", "killing": None},
        ),
        (  # the saying's
            "Police said on Monday that a strike had hit Westfort on Friday.",
            "strike hit",
            {"strike": "Friday", "hit": "Friday"},
        ),
        ("The army said Monday a strike hit Eastport.", "hit", {"hit": None}),
        ("The army said Monday's strike hit Eastport.", "strike", {"strike": "Monday"}),
    ],
)
def test_which_date_is_whose(nlp: Language, text: str, triggers: str, dates: dict[str, str | None]) -> None:
    assert whose(nlp(text), triggers) == dates
