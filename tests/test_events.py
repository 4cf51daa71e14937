"""Tests of the extractor of events: every rule's example and counterexample, and passages of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.extract.events.extractor import extract
from newsledger.build.extract.events.rules import EventRule, event_rules
from newsledger.build.extract.events.scan import SentenceHits
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.events import Event
from newsledger.schema.skip import Skip


def rows(text: str) -> list[Event | Skip]:
    return list(extract(Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))))


def types(text: str, back: bool = False) -> list[str]:
    found = [row for row in rows(text) if isinstance(row, Event)]
    return [str(e.event_type) for e in found if e.mentions[0].rule_id.startswith("events.back.") is back]


def winners(text: str) -> list[str]:
    """The rules that give the rows of a text, without the mark of a mention that can stand alone."""
    return [row.mentions[0].rule_id.rstrip("+") for row in rows(text) if isinstance(row, Event)]


def test_each_rule_has_an_id_of_its_own() -> None:
    ids = [rule.rule_id for rule in event_rules()]
    assert sorted(set(ids)) == sorted(ids)


def test_what_points_back_or_has_no_type_of_its_own_says_what_it_may_mean() -> None:
    for rule in event_rules():
        assert bool(rule.means_one_of) is rule.rule_id.startswith(("events.back.", "events.generic.")), rule.rule_id
        assert rule.means_one_of or not rule.or_else, rule.rule_id


@pytest.mark.parametrize("rule", event_rules(), ids=lambda rule: rule.rule_id)
def test_each_rule_finds_its_example_and_not_its_counterexample(rule: EventRule) -> None:
    assert rule.rule_id in winners(rule.example)
    assert rule.event_type not in types(rule.counterexample, rule.rule_id.startswith("events.back."))


@pytest.mark.parametrize(
    "text",
    [
        "The patrols are meant to prevent further attacks on the villages.",
        "The agency expects an exodus should fighting reach the port of Belar.",
        "If the rebels attack the town, thousands will flee, he said of the war.",
        "The guards did not shoot at the villagers.",
        "Do not travel to the islands due to kidnapping, armed clashes and landmines that kill.",
        "The instructor talked about shooting at tanks and about ambushing patrols in the war.",
        "It would have been too easy to shoot at the guards, the rebel said.",
        "For every fighter that you kill, soldiers attack a village, the militia said.",
        "The valley has been free of guerrilla attacks on villages.",
        "It is the last town in the war not to have been attacked by rebels.",
        "Kidnapping for ransom is common in the delta, soldiers said.",
    ],
)
def test_acts_prevented_undone_supposed_or_given_as_reasons_are_no_events(text: str) -> None:
    told = {"armed_attack", "armed_clash", "bombing", "abduction"}
    assert told.isdisjoint(types(text) + types(text, back=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two rebels reached Lodra by boat, and then attacked a school.", True),
        ("Rebels reached Lodra while capturing the town of Belar.", True),
        ("Farmers reached Lodra by boat, and then attacked a weed.", False),
    ],
)
def test_who_acts_may_be_told_before_the_clause(text: str, expected: bool) -> None:
    assert bool({"armed_attack", "ground_operation"} & set(types(text))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The militia attacked them on the road.", True),
        ("The militia attacked its own.", False),
    ],
)
def test_a_pronoun_may_tell_whom_an_act_is_done_to(text: str, expected: bool) -> None:
    assert ("armed_attack" in types(text)) is expected


def test_a_noun_that_points_back_is_not_read_as_an_infinitive() -> None:
    assert types("The militia continues to attack villages in the delta.") == ["armed_attack"]


def test_a_comma_parts_two_acts_of_force_in_one_clause() -> None:
    told = types("Two days later troops abandoned the island of Belar, rockets hit the port.")
    assert {"ground_operation", "missile_or_artillery"} <= set(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked government troops near Belar.", "armed_clash"),
        ("Rebels attacked an army base near Belar.", "armed_attack"),
        ("Soldiers attacked a village near Belar.", "armed_attack"),
    ],
)
def test_an_attack_on_troops_is_a_clash_and_one_on_a_base_or_village_is_not(text: str, expected: str) -> None:
    assert types(text) == [expected]


@pytest.mark.parametrize(
    ("text", "clashes"),
    [
        ("Thousands of villagers fled the fierce fighting in Lodra.", []),
        ("Thousands fled fierce fighting between the army and rebels in Lodra.", ["armed_clash"]),
        ("Fierce fighting erupted in Lodra and rebels fled.", ["armed_clash"]),
    ],
)
def test_fighting_that_is_only_fled_points_back_to_what_was_told(text: str, clashes: list[str]) -> None:
    assert [kind for kind in types(text) if kind == "armed_clash"] == clashes


@pytest.mark.parametrize(
    "text",
    [
        "If you are in the valley during the war, respect the curfew that the army imposed.",
        "Avoid large crowds near protests in the capital.",
        "The advice against travel to Ordesh is based on crime, civil unrest and terrorist attacks.",
    ],
)
def test_what_a_reader_is_told_to_do_or_avoid_is_no_event(text: str) -> None:
    assert {"restriction", "protest", "riot", "armed_attack"}.isdisjoint(types(text))


def test_an_article_of_conflict_gives_the_context_of_a_restriction() -> None:
    curfew = "A curfew has been imposed from 10pm each night."
    war = "Rebels attacked the barracks. Soldiers fired mortars at the rebels. Fighting went on."
    assert types(curfew) == []
    assert "restriction" in types(f"{war} {curfew}")


@pytest.mark.parametrize(
    ("text", "is_attack"),
    [
        ("The convoy was attacked late on Monday by members of the Lord's Resistance Army.", True),
        ("The plan was attacked by economists.", False),
        ("The plan was attacked, and the driver was helped by soldiers.", False),
    ],
)
def test_who_acts_in_the_passive_decides_whether_it_is_an_attack(text: str, is_attack: bool) -> None:
    assert ("armed_attack" in types(text)) is is_attack


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("some 4,000 villagers were reported displaced in belar", "displaced", "some 4,000 villagers were reported"),
        ("the radio reported fighting in belar", "fighting", "fighting in"),
        ("rebels have held the town since monday", "held", "rebels have held the town since monday"),
        ("rebels have held the town since troops fled", "held", "rebels have held the town "),
    ],
)
def test_a_clause_is_not_cut_at_a_passive_report_or_before_a_day(text: str, word: str, clause: str) -> None:
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))
    hits = SentenceHits(annotated, text, annotated.document.sentences[0], [])
    start, end = hits.clause(text.index(word), text.index(word) + len(word))
    assert text[start:end].startswith(clause)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two warplanes struck a bridge outside Marwa at dawn.", ["air_strike"]),
        ("Gunners lobbed mortar shells into the old quarter.", ["missile_or_artillery"]),
        ("A lorry bomb went off beside the court house.", ["bombing"]),
        ("Gunmen on motorcycles opened fire on a wedding party.", ["armed_attack"]),
        ("Firefights broke out between the army and deserters.", ["armed_clash"]),
        ("Bandits kidnapped six pupils from a dormitory.", ["abduction"]),
        ("Police arrested nine members of the opposition.", ["arrest"]),
        ("The cabinet imposed a curfew on the capital.", ["restriction"]),
        ("Foreign ministers met in the neutral capital to discuss the truce.", ["talks"]),
        ("Thousands of students marched on parliament to demand elections.", ["protest"]),
        ("Two thousand villagers fled the fighting on foot.", ["displacement"]),
        ("A Red Cross convoy delivered flour to the besieged town.", ["aid_delivery"]),
        ("Airlines cancelled flights to the capital.", ["service_disruption"]),
    ],
)
def test_a_trigger_in_its_frame_gives_one_event_of_its_type(text: str, expected: list[str]) -> None:
    assert expected[0] in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The winger fired a rocket of a shot past the goalkeeper and the fans went wild.",
        "Investors bombarded the bank with questions after shares crashed.",
        "A price war broke out between two airlines over market share.",
        "The comedian's tour was a riot, critics said.",
        "The chipmaker launched a missile-shaped gadget, and shares rose.",
    ],
)
def test_other_topics_give_no_violent_event(text: str) -> None:
    violent = {
        "air_strike",
        "missile_or_artillery",
        "bombing",
        "armed_clash",
        "armed_attack",
        "ground_operation",
        "riot",
    }
    assert not violent & set(types(text))


def test_a_threatened_attack_is_a_threat_only() -> None:
    assert types("The militia vowed to attack the base within hours.") == ["military_threat"]


def test_the_evidence_is_the_clause_of_the_trigger() -> None:
    text = "After the vote, police said, gunmen ambushed a patrol near the dam, and schools stayed open."
    event = next(row for row in rows(text) if isinstance(row, Event))
    assert text[event.mentions[0].start : event.mentions[0].end] == "gunmen ambushed a patrol near the dam"


@given(
    st.lists(
        st.sampled_from(["Gunmen", "shelled", "the", "İzmir", "bomb", "exploded", ".", "\n\n", "“talks”", "in"]),
        max_size=30,
    )
)
def test_evidence_always_lies_within_the_text_and_its_sentence(words: list[str]) -> None:
    text = " ".join(words)
    for row in rows(text):
        if isinstance(row, Event):
            mention = row.mentions[0]
            assert 0 <= mention.start < mention.end <= len(text)
            assert mention.sentence_start <= mention.start < mention.end <= mention.sentence_end


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The force continued to battle rebels for the town on Friday.", "armed_clash"),
        ("Nine thousand people from the hills have since returned home.", "displacement"),
        ("The insurgents had surrounded her village.", "ground_operation"),
        ("The ministry said its planes attacked a large tanker.", "air_strike"),
    ],
)
def test_acts_told_as_facts_behind_other_verbs_are_events(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The force was ready to battle rebels for the town.", "armed_clash"),
        ("The insurgents had surrounded her.", "ground_operation"),
        ("Two passenger planes hit birds near the airport.", "air_strike"),
    ],
)
def test_acts_that_are_not_told_as_facts_are_no_events(text: str, kind: str) -> None:
    assert kind not in types(text)
