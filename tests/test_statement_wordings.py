"""Statements in the looser wordings of regional papers, old newsprint and features."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: type, content, words of the speaker
CASES = [
    (
        "Embassy officials, meanwhile, said that they had no news of the two engineers.",
        [("indirect", "they had no news of the two engineers", "Embassy officials")],
    ),
    (
        "Herders in Wau County, however, accused the soldiers of burning huts.",
        [("indirect", "the soldiers of burning huts", "Herders")],
    ),
    (
        "The rebels, for their part, said no one was hurt.",
        [("indirect", "no one was hurt", "rebels")],
    ),
    (
        "He also warned the Northern Front would strike again.",
        [("indirect", "the Northern Front would strike again", "")],
    ),
    (
        "Karimi added that the guards, though outnumbered, were ready to resist.",
        [("indirect", "the guards, though outnumbered, were ready to resist", "Karimi")],
    ),
    (
        "The chairman confirmed the incident explaining that the gunmen had laid an ambush.",
        [("indirect", "the incident", "chairman"), ("indirect", "the gunmen had laid an ambush", "chairman")],
    ),
    (
        "She said the soldiers searched the barn, then took the goats and ordered her to stay inside.",
        [("indirect", "the soldiers searched the barn, then took the goats and ordered her to stay inside", "")],
    ),
    (
        "“Fire is still going on in the valley. Two men are dead,” Inspector of Police, Jammu, Vikram Rao said.",
        [("direct", "Fire is still going on in the valley. Two men are dead,", "Vikram Rao")],
    ),
    (
        "“The fight lasted for an hour and nobody of ours was hurt,” Major Ernesto Cruz, an army spokesman.",
        [("direct", "The fight lasted for an hour and nobody of ours was hurt,", "Ernesto Cruz")],
    ),
    (
        "“It was a night we will not forget for many years.” -- coach Akira Tanabe on the defeat in Oslo.",
        [("direct", "It was a night we will not forget for many years.", "Akira Tanabe")],
    ),
    (
        "“I never saw such a thing in my whole life here,” blubbered Osman Kara.",
        [("direct", "I never saw such a thing in my whole life here,", "Osman Kara")],
    ),
    (
        "“The ministry offers its condolences to the families of the dead,” read the statement.",
        [("direct", "The ministry offers its condolences to the families of the dead,", "statement")],
    ),
    (
        "The ministry condemned, in a statement on Tuesday, “the blast that hit a school.”",
        [("partial", "“the blast that hit a school.”", "ministry")],
    ),
    ("Mr Tarek replied “this is bread”.", [("direct", "this is bread", "Tarek")]),
    (
        "Quetta: Two guards were hurt when a shell hit the gate, police said.",
        [("indirect", "Two guards were hurt when a shell hit the gate", "police")],
    ),
    (
        "NZPA-Reuter Tel Aviv Israel has said its guns are silent in the hills.",
        [("indirect", "its guns are silent in the hills", "Israel")],
    ),
    (
        "The town's defence committee -- one of hundreds set up in the war -- said four men had died.",
        [("indirect", "four men had died", "defence committee")],
    ),
    (
        "In May the emirate and the kingdom, which mediated a truce, accused the militia of looting homes.",
        [("indirect", "the militia of looting homes", "kingdom")],
    ),
    (
        "The government has denied responsibility for the raid, and Cristaldi ordered an inquiry.",
        [("indirect", "responsibility for the raid", "government"), ("indirect", "an inquiry", "Cristaldi")],
    ),
    (
        "Residents face what the United Nations describes as the worst famine of the decade.",
        [("indirect", "the worst famine of the decade", "United Nations")],
    ),
    (
        "Analysts cast doubt on whether the envoys spoke for the fighters.",
        [("indirect", "whether the envoys spoke for the fighters", "Analysts")],
    ),
    (
        "Police figures indicate that the quarter is emptying out.",
        [("indirect", "the quarter is emptying out", "Police figures")],
    ),
    (
        "He said all had been buried according to Islamic rites.",
        [("indirect", "all had been buried according to Islamic rites", "")],
    ),
    (
        "A senior clerk at the port who spoke on condition of anonymity said nobody was hurt.",
        [("indirect", "nobody was hurt", "senior clerk")],
    ),
    (
        "People who have fled the valley say bitterly that the dead were civilians.",
        [("indirect", "the dead were civilians", "People")],
    ),
    (
        "Two boys died when the wall fell, her family said.",
        [("indirect", "Two boys died when the wall fell", "family")],
    ),
    (
        "Mr Adamu complained that earlier raids had gone unpunished.",
        [("indirect", "earlier raids had gone unpunished", "Adamu")],
    ),
    (
        "He told state radio (SRB) foreign criticism was revenge.",
        [("indirect", "foreign criticism was revenge", "")],
    ),
    (
        "“They were killed at the quarry and we are after the men,” Salim Noor, Coast Regional Commander said.",
        [("direct", "They were killed at the quarry and we are after the men,", "Salim Noor")],
    ),
    (
        "Governor Ana Ruiz confirmed the attack saying “we have suffered yet another raid.”",
        [("indirect", "the attack", "Ana Ruiz"), ("direct", "we have suffered yet another raid.", "Ana Ruiz")],
    ),
    (
        "The militia, who say the vote was rigged, marched on the port at dawn.",
        [("indirect", "the vote was rigged", "militia")],
    ),
    (
        "Kigoma condemned the shelling of the lake port but reporters who went there saw no damage.",
        [("indirect", "the shelling of the lake port", "Kigoma")],
    ),
    (
        "The ministry warned against all travel to the delta as forty of its nationals were flown out.",
        [("indirect", "all travel to the delta", "ministry")],
    ),
    (
        "The two firms told a court they had settled the last of the claims that once filled ten files.",
        [("indirect", "they had settled the last of the claims that once filled ten files", "firms")],
    ),
    ("Witnesses, who believe that the well is holy, left.", []),
    ("He was reading “The Winter of the Generals.”", []),
    ("What he said was true.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rows_of_a_wording(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = rows(text)
    assert [(str(row.quote_type), row.content) for row in found] == [(kind, content) for kind, content, _ in expected]
    told = [(row.speaker, who) for row, (_, _, who) in zip(found, expected, strict=True)]
    assert all(who in (speaker or "") if who else speaker is None for speaker, who in told)
