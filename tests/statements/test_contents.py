"""Where the tree hides a clause that is said, or a quotation: misplaced, cut off, in two halves."""

import pytest

from claiming import AROUND, ASIDE, CLAUSE, INSERTED, lines, swapped, told

ADVERBIAL = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
on ADP 5 case IN
Monday PROPN 3 obl NNP
that SCONJ 8 mark IN
rebels NOUN 8 nsubj NNS
left_ VERB 3 advcl VBD
. PUNCT 3 punct .
"""
ASKING = """
The DET 2 det DT
mayor NOUN 5 nsubj NN
has AUX 5 aux VBZ
not PART 5 advmod RB
said VERB 0 root VBN
when ADV 8 advmod WRB
rebels NOUN 8 nsubj NNS
left_ VERB 5 advcl VBD
. PUNCT 5 punct .
"""
BEFORE = """
The DET 2 det DT
men NOUN 3 nsubj NNS
left_ VERB 7 advcl VBD
, PUNCT 3 punct ,
a DET 6 det DT
source NOUN 7 nsubj NN
said_ VERB 0 root VBD
. PUNCT 7 punct .
"""
PROMISED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
promised VERB 0 root VBD
residents NOUN 3 iobj NNS
that SCONJ 8 mark IN
rebels NOUN 8 nsubj NNS
would AUX 8 aux MD
leave_ VERB 3 ccomp VB
. PUNCT 3 punct .
"""
CUT_OFF = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left_ VERB 3 ccomp VBD
, PUNCT 8 punct ,
a DET 8 det DT
claim NOUN 5 obj NN
that PRON 12 obj WDT
the DET 11 det DT
army NOUN 12 nsubj NN
rejected_ VERB 8 acl:relcl VBD
. PUNCT 3 punct .
"""
THOUGHT = """
It PRON 3 expl PRP
is AUX 3 aux:pass VBZ
thought VERB 0 root VBN
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 csubj VBD
. PUNCT 3 punct .
"""
INTERRUPTED = """
Rebels NOUN 2 nsubj NNS
fled_ VERB 0 root VBD
, PUNCT 5 punct ,
he PRON 5 nsubj PRP
said_ VERB 2 parataxis VBD
, PUNCT 8 punct ,
because SCONJ 8 mark IN
asked_ VERB 5 advcl VBD
. PUNCT 2 punct .
"""
SPLIT = """
“_ PUNCT 12 punct ``
What PRON 8 obj WP
they PRON 4 nsubj PRP
need_ VERB 2 acl:relcl VBP
,_ PUNCT 2 punct ,
” PUNCT 4 punct ''
he PRON 8 nsubj PRP
said_ VERB 0 root VBD
, PUNCT 12 punct ,
“_ PUNCT 12 punct ``
is AUX 12 cop VBZ
time_ NOUN 8 ccomp NN
._ PUNCT 12 punct .
” PUNCT 12 punct ''
"""
CUT_LOOSE = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left VERB 3 dep VBD
and CCONJ 9 cc CC
he PRON 9 nsubj PRP
slept_ VERB 3 conj VBD
. PUNCT 3 punct .
"""
PARTLY = """
Officials NOUN 2 nsubj NNS
praised VERB 0 root VBD
“_ PUNCT 4 punct ``
axis NOUN 2 obj NN
of ADP 6 case IN
hope_ NOUN 4 nmod NN
” PUNCT 4 punct ''
of ADP 10 case IN
the DET 10 det DT
coast_ NOUN 4 nmod NN
. PUNCT 2 punct .
"""
COLON = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said_ VERB 0 root VBD
: PUNCT 3 punct :

“_ PUNCT 5 punct ``
No DET 3 det DT
soldier NOUN 5 nsubj NN
was AUX 5 cop VBD
there_ ADV 0 root RB
._ PUNCT 5 punct .
” PUNCT 5 punct ''
"""

HITS = {
    "a clause labelled as a circumstance": (ADVERBIAL, ["The mayor | said | that rebels left"]),
    "a clause under the time": (
        swapped(ADVERBIAL, {"left_ VERB 3 advcl": "left_ VERB 5 acl"}),
        ["The mayor | said | that rebels left"],
    ),
    "what has not been said": (ASKING, ["The mayor | has not said | when rebels left"]),
    "a clause before the verb": (BEFORE, ["a source | said | The men left"]),
    "a promise with its addressee": (PROMISED, ["The mayor | promised | that rebels would leave"]),
    "a noun for what was said": (CUT_OFF, ["The mayor | said | rebels left", "the army | rejected | that"]),
    "a clause that 'it' stands for": (THOUGHT, ["- | is thought | that rebels left"]),
    "'as', with 'put it'": (
        swapped(ASIDE, {"said_ VERB 9 advcl VBD\n, PUNCT 4 punct ,": "put VERB 9 advcl VBD\nit_ PRON 4 obj PRP"}),
        ["the mayor | put it | the road is open"],
    ),
    "'as', with a passive": (
        swapped(
            ASIDE,
            {
                "the DET 3 det DT\nmayor NOUN 4 nsubj NN\nsaid_ VERB 9 advcl VBD": "said VERB 9 advcl VBN\n"
                "by ADP 4 case IN\nofficials_ NOUN 2 obl:agent NNS",
                "As SCONJ 4": "As SCONJ 2",
                ", PUNCT 4": ", PUNCT 2",
            },
        ),
        ["officials | said | the road is open"],
    ),
    "what goes on behind the verb": (INTERRUPTED, ["he | said | Rebels fled … because asked"]),
    "a phrase of which a part is quoted": (PARTLY, ["Officials | praised | “axis of hope” of the coast"]),
    "a sentence of its own behind a colon": (COLON, ["The mayor | said | “No soldier was there.”"]),
    "what goes on behind the verb, under it": (
        swapped(
            INTERRUPTED,
            {"because SCONJ 8 mark IN": "where ADV 8 advmod WRB", "asked_ VERB 5 advcl": "lived_ VERB 5 ccomp"},
        ),
        ["he | said | Rebels fled … where lived"],
    ),
    "a quotation in two halves": (SPLIT, ["he | said | “What they need,” … “is time.”"]),
}
MISSES = {
    "when it was said": (swapped(ADVERBIAL, {"that SCONJ": "before SCONJ"}), []),
    "a relative clause under another word": (
        swapped(
            ADVERBIAL, {"left_ VERB 3 advcl": "left_ VERB 5 acl:relcl", "that SCONJ 8 mark IN": "that PRON 8 obl WDT"}
        ),
        [],
    ),
    "when it was said, and is": (swapped(ASKING, {"not PART 5 advmod RB": "just ADV 5 advmod RB"}), []),
    "since when it has not been said": (swapped(ASKING, {"when ADV 8 advmod WRB": "since SCONJ 8 mark IN"}), []),
    "a participle before the verb": (
        swapped(BEFORE, {"left_ VERB 7 advcl VBD": "fleeing_ VERB 7 advcl VBG"}),
        [],
    ),
    "a subordinate clause with no subject before the verb": (
        swapped(
            BEFORE,
            {
                "The DET 2 det DT\nmen NOUN 3 nsubj NNS": "Quite ADV 3 advmod RB\nonce SCONJ 3 mark IN",
                "left_ VERB 7 advcl VBD": "gone_ VERB 7 advcl VBD",
            },
        ),
        [],
    ),
    "a subordinate clause before the verb": (
        swapped(BEFORE, {"The DET 2 det DT\nmen NOUN 3 nsubj": "After SCONJ 3 mark IN\nmen NOUN 3 nsubj"}),
        [],
    ),
    "a noun for what was said, without a comma": (
        swapped(
            CUT_OFF, {"left_ VERB 3 ccomp VBD\n, PUNCT 8 punct ,\n": "heard VERB 3 ccomp VBD\ntwice ADV 5 advmod RB\n"}
        ),
        ["The mayor | said | rebels heard twice a claim that the army rejected", "the army | rejected | that"],
    ),
    "a clause beside an object": (
        swapped(BEFORE, {"said_ VERB 0 root VBD\n": "reported VERB 0 root VBD\nlosses_ NOUN 7 obj NNS\n"}),
        ["a source | reported | losses"],
    ),
    "a noun with no clause of its own": (
        swapped(CUT_OFF, {"rejected_ VERB 8 acl:relcl": "rejected_ VERB 8 dep"}),
        ["The mayor | said | rebels left, a claim that the army rejected", "the army | rejected | that"],
    ),
    "a noun for something else": (
        swapped(CUT_OFF, {"claim NOUN": "bridge NOUN"}),
        ["The mayor | said | rebels left, a bridge that the army rejected", "the army | rejected | that"],
    ),
    "a relative pronoun as the subject": (swapped(INSERTED, {"he PRON 5 nsubj PRP": "who PRON 5 nsubj WP"}), []),
    "a word between commas that is no clause of it": (
        swapped(INSERTED, {"said_ VERB 2 acl:relcl": "said_ VERB 2 dep"}),
        [],
    ),
    "as, with 'put' alone": (swapped(ASIDE, {"said_": "put_"}), []),
    "no comma behind": (
        swapped(INSERTED, {"said_ VERB 2 acl:relcl VBD\n, PUNCT 5 punct ,": "said VERB 2 acl:relcl VBD"}),
        [],
    ),
    "as with an object": (
        swapped(ASIDE, {"said_ VERB 9 advcl VBD\n, PUNCT 4 punct ,": "said VERB 9 advcl VBD\ngoodbye_ NOUN 4 obj NN"}),
        [],
    ),
    "as under a passive": (swapped(ASIDE, {"mayor NOUN 4 nsubj NN": "mayor NOUN 4 nsubj:pass NN"}), []),
    "a clause that tells when": (
        swapped(INTERRUPTED, {"because SCONJ 8 mark IN": "when ADV 8 advmod WRB"}),
        ["he | said | Rebels fled"],
    ),
    "how it was said, without a comma": (
        swapped(
            INTERRUPTED,
            {"said_ VERB 2 parataxis VBD\n, PUNCT 8 punct ,": "said VERB 2 parataxis VBD\nso ADV 8 advmod RB"},
        ),
        ["he | said | Rebels fled"],
    ),
    "another quotation in between": (
        swapped(SPLIT, {"he PRON 8 nsubj PRP\nsaid_": "it PRON 6 dep PRP\nsaid_"}),
        ["- | said | “is time.”"],
    ),
    "a pronoun": (swapped(CUT_LOOSE, {"that SCONJ 6 mark IN": "those DET 5 det DT"}), []),
    "a sentence of its own": (swapped(COLON, {": PUNCT 3 punct :": ". PUNCT 3 punct ."}), []),
    "behind a semicolon": (
        swapped(AROUND, {", PUNCT 10 punct ,": "; PUNCT 10 punct ,"}),
        ["Witnesses | told | that soldiers fired"],
    ),
    "who says otherwise": (
        swapped(AROUND, {"said_ VERB 2 parataxis VBD": "said VERB 2 conj VBD\notherwise_ ADV 10 advmod RB"}),
        ["Witnesses | told | that soldiers fired", "Ali Hasan | said | otherwise"],
    ),
    "a clause under no verb of saying": (swapped(CLAUSE, {"said VERB": "ensured VERB"}), []),
}


@pytest.mark.parametrize("case", HITS)
def test_what_is_said_is_found_where_the_tree_hides_it(case: str) -> None:
    rows, found = HITS[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", MISSES)
def test_what_is_not_said_stays_out(case: str) -> None:
    rows, found = MISSES[case]
    assert lines(rows) == found


def test_a_promise_is_found_though_the_tree_hangs_it_on_its_addressee() -> None:
    rows = swapped(PROMISED, {"leave_ VERB 3 ccomp": "leave_ VERB 4 acl:relcl"})
    assert lines(rows) == ["The mayor | promised | that rebels would leave"]


def test_the_one_who_is_promised_something_is_the_addressee() -> None:
    (promise,) = told(PROMISED)
    assert len(promise.addressees) == 1
    assert promise.addressees != (promise.claimant,)


@pytest.mark.parametrize(
    "rows",
    [
        CUT_LOOSE,
        swapped(CUT_LOOSE, {"and CCONJ 9 cc CC\nhe PRON 9 nsubj PRP\nslept_ VERB 3 conj VBD\n": ""}),
    ],
    ids=["joined", "alone"],
)
def test_a_clause_that_the_tree_cuts_loose_is_what_is_said(rows: str) -> None:
    assert lines(rows) == ["The mayor | said | that rebels left"]
