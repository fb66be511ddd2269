"""Breaks of shapes/claims.ttl: claims."""

from .good import (
    DARWISH,
    DENIED,
    LAND,
    MOVE,
    NAME,
    RUMOURED,
    STRIKE,
    TOLD,
    VARGA,
    VESLAND,
    add,
    drop,
    swap,
)

BREAKS = {
    "ClaimAttribution": [
        drop(TOLD, "cg:claimant"),
        drop(RUMOURED, "cg:unattributed"),
        add(TOLD, "cg:unattributed true"),
    ],
    "claim-claimant": [swap(TOLD, "cg:claimant", "x:unknown"), add(TOLD, f"cg:claimant {VESLAND}")],
    "claim-held": [add(TOLD, 'cg:heldTrue "yes"')],
    "claim-unattributed": [swap(RUMOURED, "cg:unattributed", '"yes"')],
    "claim-addressee": [swap(TOLD, "cg:addressee", "x:unknown")],
    "claim-patient": [add(TOLD, "cg:patient x:unknown"), add(TOLD, f"cg:patient {STRIKE}")],
    "claim-source": [swap(TOLD, "cg:sourceMention", "x:unknown")],
    "claim-cue": [drop(TOLD, "cg:cueMention"), swap(TOLD, "cg:cueMention", "x:unknown")],
    "claim-content-span": [drop(TOLD, "cg:contentMention"), swap(TOLD, "cg:contentMention", "x:unknown")],
    "claim-content": [
        drop(TOLD, "cg:content"),
        swap(TOLD, "cg:content", '""'),
        add(TOLD, 'cg:content "something else"'),
    ],
    "claim-article": [drop(TOLD, "cg:reportedIn"), swap(TOLD, "cg:reportedIn", "x:unknown")],
    "claim-rule": [drop(TOLD, "cg:rule"), swap(TOLD, "cg:rule", '"claim verb"')],
    "claim-quotation": [drop(TOLD, "cg:quotation"), swap(TOLD, "cg:quotation", "cg:Assertion")],
    "claim-act": [drop(TOLD, "cg:speechAct"), add(TOLD, "cg:speechAct cg:Denial")],
    "claim-code": [swap(DENIED, "cg:ploverCode", '"ASSAULT"'), add(DENIED, 'cg:ploverCode "AGREE"')],
    "claim-embeds": [add(TOLD, "cg:embeds x:unknown"), add(TOLD, f"cg:embeds {STRIKE}")],
    "claim-describes": [add(TOLD, "cg:describes x:unknown"), add(TOLD, f"cg:describes {DENIED}")],
    "claim-supports": [
        add(TOLD, "cg:supports x:unknown"),
        add(DENIED, f"cg:supports {TOLD}"),
        add(TOLD, f"cg:supports {STRIKE}"),
    ],
    "claim-disputes": [add(TOLD, "cg:disputes x:unknown"), add(TOLD, f"cg:disputes {STRIKE}")],
    "chain-in-a-circle": [
        add(TOLD, f"cg:embeds {TOLD}"),
        add(DENIED, f"cg:embeds {TOLD} . {TOLD} cg:embeds {RUMOURED}"),
    ],
    "claim-heard": [add(TOLD, f"cg:addressee {DARWISH}")],
    "own-stance": [add(TOLD, f"cg:supports {TOLD}"), add(TOLD, f"cg:disputes {TOLD}")],
    "content-of-spans": [
        swap(TOLD, "cg:content", '"a drone had struck"'),
        swap(DENIED, "cg:content", '"dozens were hurt badly"'),
        swap(DENIED, "cg:contentMention", NAME),
    ],
    "out-of-text": [
        swap(TOLD, "cg:claimant", VARGA),
        swap(TOLD, "cg:addressee", VARGA),
        add(TOLD, f"cg:patient {VARGA}"),
        add(STRIKE, f"cg:agent {VARGA}"),
        add(MOVE, f"cg:location {LAND}"),
    ],
}
