"""Actors: found whole, named fully, and joined where they are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.mentions.actors import ActorKind, ActorMention, find_actors
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


def actors_in(text: str) -> tuple[ActorMention, ...]:
    return find_actors(Document.of(Article.from_bytes("test", text.encode())))


def by_text(text: str) -> dict[str, ActorMention]:
    return {text[m.start : m.end]: m for m in actors_in(text)}


@pytest.mark.parametrize(
    ("text", "span", "kind", "name"),
    [
        ("Rear Adm. Ida Holm spoke.", "Rear Adm. Ida Holm", "person", "Ida Holm"),
        (
            "Malta’s President Karl Borg said so.",
            "Malta’s President Karl Borg",
            "person",
            "Karl Borg",
        ),
        (
            "Kenya's police chief, Insp. Gen. Peter Otieno, resigned.",
            "Kenya's police chief, Insp. Gen. Peter Otieno",
            "person",
            "Peter Otieno",
        ),
        (
            "Walid al-Masri, a senior aide to the emir, said no.",
            "Walid al-Masri, a senior aide to the emir",
            "person",
            "Walid al-Masri",
        ),
        (
            "Ms. Ana Ruiz, Haiti Humanitarian Coordinator, warned of hunger.",
            "Ms. Ana Ruiz, Haiti Humanitarian Coordinator",
            "person",
            "Ana Ruiz",
        ),
        ("The Ugandan army said so.", "The Ugandan army", "organisation", "Ugandan army"),
        ("The U.S. Embassy in Tirana closed.", "The U.S. Embassy in Tirana", "organisation", "U.S. Embassy in Tirana"),
        ("The Ministry of Health gave a toll.", "The Ministry of Health", "organisation", "Ministry of Health"),
        ("Serbia denied it.", "Serbia", "state", "Serbia"),
        ("Tehran accused its neighbour.", "Tehran", "state", "Tehran"),
        ("Hezbollah fired rockets.", "Hezbollah", "group", "Hezbollah"),
        ("Pro-Russian separatists fired rockets.", "Pro-Russian separatists", "group", "Pro-Russian separatists"),
        ("Two U.S. officials said so.", "Two U.S. officials", "role", "Two U.S. officials"),
        ("A government source said so.", "A government source", "anonymous", "government source"),
        ("Witnesses saw it.", "Witnesses", "anonymous", "Witnesses"),
        ("People familiar with the matter said so.", "People familiar with the matter", "anonymous", None),
        ("Doctors at Noor Hospital counted nine.", "Doctors at Noor Hospital", "role", None),
        ("Rebels of the Lord's Resistance Army fled.", "Rebels of the Lord's Resistance Army", "group", None),
    ],
)
def test_an_actor_is_found_whole(text: str, span: str, kind: str, name: str | None) -> None:
    found = by_text(text)
    assert span in found
    assert found[span].kind is ActorKind(kind)
    assert name is None or found[span].name == name


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Gen. Omar Diallo spoke. Diallo left.", "Omar Diallo", "Diallo"),
        ("Gen. Abdel Karim al-Najjar spoke. Najjar left.", "Abdel Karim al-Najjar", "Najjar"),
        ("President Lina Moreau spoke. Later the president left.", "Lina Moreau", "the president"),
        ("A spokesman, Idris Bello, spoke. The spokesman left.", "Idris Bello", "The spokesman"),
        (
            "The chief of Chad's army spoke. Chad's military chief, Gen. Ali Deby, left.",
            "Ali Deby",
            "The chief of Chad's army",
        ),
        ("The Popular Liberation Front (PLFX) spoke. PLFX left.", "Popular Liberation Front", "PLFX"),
        ("The U.S. Embassy in Kampala spoke. The embassy closed.", "U.S. Embassy in Kampala", "The embassy"),
        ("Hamas spoke. The group fired rockets.", "Hamas", "The group"),
        ("The Turkish Defense Ministry spoke. The ministry denied it.", "Turkish Defense Ministry", "The ministry"),
        ("A Kenyan policeman spoke. The policeman left.", "Kenyan policeman", "The policeman"),
    ],
)
def test_later_mentions_are_joined_to_the_fullest_name(text: str, full: str, short: str) -> None:
    found = by_text(text)
    assert found[short].name == full
    assert len({m.entity for m in actors_in(text) if m.name == full}) == 1


def test_namesakes_with_other_first_names_stay_apart() -> None:
    mentions = actors_in("Amal Khoury met George Khoury. President Obama came. Michelle Obama did too.")
    assert len({m.entity for m in mentions if m.kind is ActorKind.PERSON}) == 4


@pytest.mark.parametrize(
    ("text", "not_an_actor"),
    [
        ("They hid in a police station.", "police"),
        ("The rebel positions were shelled.", "The rebel"),
        ("Hurricane Mitch came ashore.", "Hurricane Mitch"),
        ("Fighting went on in Mali.", "Mali"),
        ("They met at the mosque.", "the mosque"),
    ],
)
def test_what_does_not_act_is_no_actor(text: str, not_an_actor: str) -> None:
    assert not_an_actor not in by_text(text)


def test_gender_comes_from_titles_and_first_names() -> None:
    found = by_text("Mrs Okafor spoke. Maria Lopez left. The spokesman stayed. Gen. Xyzzy Qorv came.")
    assert found["Mrs Okafor"].gender == "f"
    assert found["Maria Lopez"].gender == "f"
    assert found["The spokesman"].gender == "m"
    assert found["Gen. Xyzzy Qorv"].gender is None


def test_the_possessive_mark_is_left_out() -> None:
    assert "Hamas" in by_text("Hamas's rockets fell.")


def test_an_organisation_stands_with_its_person() -> None:
    (person, *_) = actors_in("Eva Lind from the UN refugee agency spoke.")
    assert person.organisation == "UN refugee agency"


@given(st.text(alphabet=st.sampled_from('Gen. SaidJohnHamas ,(’-)\n U.N"éÑofthe'), max_size=120))
def test_mentions_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for actor in actors_in(text):
        assert end <= actor.start < actor.end <= len(text)
        assert actor.name
        end = actor.end


def test_words_that_nothing_parts_are_read_on() -> None:
    assert actors_in("The police chief of the U.S.Army base told the mayor of Rome.")
