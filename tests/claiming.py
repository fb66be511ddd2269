"""Trees of sentences that attribute, one for each rule, and the claims that are found in a tree."""

from claimgraph.mentions import cast
from claimgraph.model import Article, Claim
from claimgraph.registry import Registry
from claimgraph.statements.claims import claims
from claimgraph.statements.lexicon import lexicon
from handmade import doc


def told(rows: str) -> tuple[Claim, ...]:
    made = doc(rows)
    return claims(made, cast(made, Article("test", made.text), Registry()), lexicon())[0]


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
