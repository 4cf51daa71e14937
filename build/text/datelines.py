"""Datelines: the place, date and agency with which a report opens, split off from its first sentence."""

from __future__ import annotations

import re

from newsledger.build.lexicon.function_words import word_lists

MONTH = (
    r"(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MARCH|MAR|APRIL|APR|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
WEEKDAY = r"(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:{WEEKDAY},? )?(?:{MONTH} {DAY}(?:,? \d{{4}})?|{DAY} {MONTH}(?:,? \d{{2,4}})?)"
UPPER = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ’'.]*(?:[ \-][A-ZÀ-Þ][A-ZÀ-Þ’'.]*|[ \-](?:el|al|de|of|the)[ \-][A-ZÀ-Þ]+){0,3})"
TITLE = r"(?:[A-ZÀ-Þ][\w’'.\-]*(?:[ \-](?:[A-ZÀ-Þ][\w’'.\-]*|of|de|del|la|el|al|the|and)){0,4})"
AGENCIES = "|".join(sorted(word_lists("block_words")["agencies"]))
AGENCY = r"\([A-Z][^()]{1,40}\)"
DASH = r"(?:--+|[-–—―_|])"
TAIL = r"(?: *\[(?:Text|Excerpts?|Report|Article)\])?"
UPPER_PLACE = rf"{UPPER}(?:(?:, {TITLE})|(?: ?/ ?{UPPER})){{0,2}}"
TITLE_PLACE = rf"{TITLE}(?:(?:, {TITLE})|(?: ?/ ?{TITLE})){{0,2}}"
SURE = re.compile(
    rf"(?:{UPPER_PLACE}(?:,? {DATE})?(?:,? (?:{AGENCY}|(?i:{AGENCIES})\b))?(?: {DASH}+|(?<=[)\w]){DASH}(?= )|—)"
    rf"|{TITLE_PLACE}(?:,? {DATE}(?:,? {AGENCY})?|,? {AGENCY}) ?{DASH}+"
    rf"|\({TITLE_PLACE}(?:, {DATE})?\) ?{DASH}+"
    rf"|{UPPER_PLACE}(?:,? {DATE})? \((?i:{AGENCIES})\)(?= [A-Z“\"‘])"
    rf"){TAIL} *(?=\S)"
)
COLON = re.compile(rf"({UPPER}(?:, {TITLE})?(?:,? {DATE})?): (?=[A-ZÀ-Þ“\"‘])")
PLAIN = re.compile(rf"{TITLE}(?:, {TITLE})? {DASH}+ +(?=[A-Z“\"‘])")
ALONE = re.compile(
    rf"(?:(?:{UPPER_PLACE}|{TITLE_PLACE})(?:,| [-–—|])? )?(?:{AGENCY},? )?(?:{DATE}(?:,? \d{{4}})?"
    rf"|\d{{4}}-\d\d-\d\d)(?:,? (?:at )?\d{{1,2}}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?)?\.?\Z"
    rf"|{UPPER_PLACE} {AGENCY}(?: {DASH}+)?\Z"
)
DIVIDER = re.compile(r"[-–—―_|:]+ |—|\) ")
SECOND_DASH = re.compile(rf" {DASH}+ ")
LONGEST = 90
SHORTEST_BODY = 30


def dateline_end(text: str, first_body: bool) -> int:
    """How many characters of a paragraph are its dateline, the spaces after it included; 0 without one.

    The forms that could be something else ("KABUL: …", "Kigali — …") count on the first paragraph of the body only.

    >>> dateline_end("SARAJEVO, May 5 (Reuter) - Shells fell on the old town again.", True)
    27
    >>> dateline_end("Hezbollah — the group he leads — denied it.", True)
    0
    """
    head = text[:LONGEST]
    if not DIVIDER.search(head):
        return 0
    if match := SURE.match(head):
        return match.end() if len(text) - match.end() >= SHORTEST_BODY and _is_place(text, match[0], match.end()) else 0
    if not first_body or len(text) < 2 * SHORTEST_BODY:
        return 0
    match = COLON.match(head) or PLAIN.match(head)
    return match.end() if match and _is_place(text, match[0], match.end()) else 0


def _is_place(text: str, opening: str, end: int) -> bool:
    """Whether an opening without a date or an agency is likely a place: no label, acronym or half of a parenthesis."""
    if "(" in opening or any(letter.isdigit() for letter in opening):
        return True
    name = opening.rstrip(" -–—―_|:")
    following = text[end]
    if len(name.replace(".", "")) < 4 or name.lower() in word_lists("block_words")["no_place"] or following.islower():
        return False
    return not SECOND_DASH.search(text[end:].split(". ", 1)[0]) or (name.isupper() and "," in name)


def is_dateline(text: str) -> bool:
    """Whether a whole short line is a date, or a place with a date or an agency.

    >>> is_dateline("Tuesday, 4 May 1999"), is_dateline("GROZNY, Jan 3"), is_dateline("Blast on 4 May kills 3")
    (True, True, False)
    """
    return len(text) <= LONGEST and ALONE.match(text) is not None
