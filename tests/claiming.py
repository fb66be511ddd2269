"""Trees of sentences that attribute, one for each rule, and what is found in a tree."""

from collections.abc import Mapping

from claimgraph.mentions import cast
from claimgraph.model import Article, Claim, Rejected
from claimgraph.registry import Registry
from claimgraph.statements.claims import claims
from claimgraph.statements.lexicon import Lexicon, lexicon
from handmade import doc

NOBODY = Registry()  # one for all trees: what is looked up in it is built once


def read(rows: str, words: Lexicon | None = None) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """The claims in a tree, and the words of it that make none."""
    made = doc(rows)
    return claims(made, cast(made, Article("test", made.text), NOBODY), words or lexicon())


def told(rows: str, words: Lexicon | None = None) -> tuple[Claim, ...]:
    """The claims in a tree."""
    return read(rows, words)[0]


def line(claim: Claim) -> str:
    """Who, by what word, what: 'the mayor | said | The bridge … is open'."""
    return " | ".join(" … ".join(s.text for s in part) or "-" for part in (claim.source, claim.cue, claim.content))


def lines(rows: str, words: Lexicon | None = None) -> list[str]:
    """The claims in a tree, a line each."""
    return [line(claim) for claim in told(rows, words)]


def swapped(rows: str, changes: Mapping[str, str]) -> str:
    """A tree with some places of it changed."""
    for old, new in changes.items():
        assert old in rows, (old, rows)
        rows = rows.replace(old, new)
    return rows


# Rows of kinds that not every lexicon needs to have.
ADDED = """
[[adjective]]
lemmas = ["sure"]
act = "Belief"
frames = ["clause"]
prepositions = ["about"]
origin = "test"

[[noun]]
lemmas = ["opponent"]
act = "Denial"
frames = ["predicate"]
prepositions = ["of"]
origin = "test"
"""

CLAUSE = """
The DET 2 det DT
minister NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 7 mark IN
rebels NOUN 7 nsubj NNS
had AUX 7 aux VBD
left_ VERB 3 ccomp VBN
. PUNCT 3 punct .
"""
AROUND = """
Witnesses NOUN 2 nsubj NNS
told VERB 0 root VBD
police NOUN 2 iobj NNS
that SCONJ 6 mark IN
soldiers NOUN 6 nsubj NNS
fired_ VERB 2 ccomp VBD
, PUNCT 10 punct ,
Ali PROPN 10 nsubj NNP
Hasan PROPN 8 flat NNP
said_ VERB 2 parataxis VBD
. PUNCT 2 punct .
"""
INSERTED = """
The DET 2 det DT
bridge_ NOUN 8 nsubj:pass NN
, PUNCT 5 punct ,
he PRON 5 nsubj PRP
said_ VERB 2 acl:relcl VBD
, PUNCT 5 punct ,
was AUX 8 aux:pass VBD
mined_ VERB 0 root VBN
. PUNCT 8 punct .
"""
QUOTE = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
added_ VERB 0 root VBD
: PUNCT 3 punct :
“_ PUNCT 9 punct ``
No DET 7 det DT
soldier NOUN 9 nsubj NN
was AUX 9 cop VBD
there_ ADV 3 dep RB
._ PUNCT 9 punct .
” PUNCT 9 punct ''
"""
ADDRESSED = """
Iran PROPN 3 nsubj:pass NNP
was AUX 3 aux:pass VBD
accused VERB 0 root VBN
of SCONJ 5 mark IN
arming VERB 3 advcl VBG
rebels_ NOUN 5 obj NNS
. PUNCT 3 punct .
"""
INFINITIVE = """
The DET 2 det DT
army NOUN 3 nsubj NN
vowed VERB 0 root VBD
to PART 5 mark TO
stay_ VERB 3 xcomp VB
. PUNCT 3 punct .
"""
PREPOSITIONAL = """
Officials NOUN 2 nsubj NNS
called VERB 0 root VBD
for ADP 4 case IN
talks_ NOUN 2 obl NNS
. PUNCT 2 punct .
"""
OBJECT = """
Officials NOUN 2 nsubj NNS
condemned VERB 0 root VBD
the DET 4 det DT
raid_ NOUN 2 obj NN
. PUNCT 2 punct .
"""
NOUN = """
The DET 2 det DT
army NOUN 3 nsubj NN
ignored VERB 0 root VBD
his PRON 5 nmod:poss PRP$
claim NOUN 3 obj NN
that SCONJ 8 mark IN
rebels NOUN 8 nsubj NNS
left_ VERB 5 acl VBD
. PUNCT 3 punct .
"""
ACCORDING = """
Rebels NOUN 2 nsubj NNS
left_ VERB 0 root VBD
, PUNCT 7 punct ,
according VERB 7 case VBG
to ADP 4 fixed IN
the DET 7 det DT
army_ NOUN 2 obl NN
. PUNCT 2 punct .
"""
ADVERB = """
The DET 2 det DT
rebels NOUN 4 nsubj NNS
reportedly ADV 4 advmod RB
left_ VERB 0 root VBD
. PUNCT 4 punct .
"""
RAISED = """
The DET 2 det DT
men NOUN 4 nsubj:pass NNS
are AUX 4 aux:pass VBP
believed VERB 0 root VBN
to PART 6 mark TO
hold VERB 4 xcomp VB
hostages_ NOUN 6 obj NNS
. PUNCT 4 punct .
"""
ASIDE = """
As SCONJ 4 mark IN
the DET 3 det DT
mayor NOUN 4 nsubj NN
said_ VERB 9 advcl VBD
, PUNCT 4 punct ,
the DET 7 det DT
road NOUN 9 nsubj NN
is AUX 9 cop VBZ
open_ ADJ 0 root JJ
. PUNCT 9 punct .
"""
PREDICATE = """
Officials NOUN 2 nsubj NNS
saw VERB 0 root VBD
the DET 4 det DT
drones NOUN 2 obj NNS
as ADP 7 case IN
a DET 7 det DT
danger_ NOUN 2 obl NN
. PUNCT 2 punct .
"""
PRONOMINAL = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
so_ ADV 3 advmod RB
. PUNCT 3 punct .
"""
CITING = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
reported_ VERB 0 root VBD
, PUNCT 5 punct ,
citing VERB 3 advcl VBG
officials_ NOUN 5 obj NNS
, PUNCT 5 punct ,
that SCONJ 10 mark IN
rebels NOUN 10 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
CARRIED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
in ADP 6 case IN
a DET 6 det DT
statement NOUN 3 obl NN
carried VERB 6 acl VBN
by ADP 9 case IN
reporters NOUN 7 obl:agent NNS
that SCONJ 12 mark IN
rebels NOUN 12 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
IN_WORDS_OF = """
In ADP 3 case IN
the DET 3 det DT
words NOUN 12 obl NNS
of ADP 6 case IN
the DET 6 det DT
mayor_ NOUN 3 nmod NN
, PUNCT 3 punct ,
the DET 9 det DT
road NOUN 12 nsubj NN
is AUX 12 cop VBZ
a DET 12 det DT
grave_ NOUN 0 root NN
. PUNCT 12 punct .
"""
ADJECTIVE = """
The DET 3 det DT
alleged ADJ 3 amod JJ
smuggler NOUN 4 nsubj NN
fled_ VERB 0 root VBD
. PUNCT 4 punct .
"""
SURE = """
The DET 2 det DT
mayor NOUN 4 nsubj NN
was AUX 4 cop VBD
sure ADJ 0 root JJ
that SCONJ 7 mark IN
rebels NOUN 7 nsubj NNS
left_ VERB 4 ccomp VBD
. PUNCT 4 punct .
"""
HEADLINE = """
Minister_ NOUN 0 root NN
: PUNCT 1 punct :
rebels NOUN 4 nsubj NNS
left VERB 1 parataxis VBD
town NOUN 4 obj NN
"""
SIGNED = """
“_ PUNCT 5 punct ``
We PRON 5 nsubj PRP
will AUX 5 aux MD
not PART 5 advmod RB
leave_ VERB 0 root VB
._ PUNCT 5 punct .
” PUNCT 5 punct ''
— PUNCT 9 punct :
Ali PROPN 5 parataxis NNP
Hasan PROPN 9 flat NNP
"""

# The tree of each rule.
TREES = {
    "claim.verb-clause": CLAUSE,
    "claim.verb-around": AROUND,
    "claim.verb-inserted": INSERTED,
    "claim.verb-aside": ASIDE,
    "claim.verb-quote": QUOTE,
    "claim.verb-addressed": ADDRESSED,
    "claim.verb-raised": RAISED,
    "claim.verb-infinitive": INFINITIVE,
    "claim.verb-prepositional": PREPOSITIONAL,
    "claim.verb-pronominal": PRONOMINAL,
    "claim.verb-predicate": PREDICATE,
    "claim.verb-object": OBJECT,
    "claim.citing": CITING,
    "claim.carried": CARRIED,
    "claim.noun": NOUN,
    "claim.according-to": ACCORDING,
    "claim.in-words-of": IN_WORDS_OF,
    "claim.adjective": ADJECTIVE,
    "claim.adjective-predicate": SURE,
    "claim.adverb": ADVERB,
}
