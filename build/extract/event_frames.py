"""Patterns of the clause frames from which actor and target of an event are read."""

from __future__ import annotations

import re

PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|gets?|got)(?: \w+ly| also| reportedly| then)? $")
BY = re.compile(
    r"\b(?:by|blamed on|attributed to|at the hands of|fire from) "
    r"(?:the |an? |two |three |several |some |suspected |unidentified |[a-z]+(?:ing|ed) ){0,2}$"
)
BETWEEN = re.compile(r"\b(?:between|pitted|pitting) (?:the |an? |rival )?$")
OBLIQUE = re.compile(
    r"\b(?:in|of|from|to|at|against|for|with|near|on|into|outside|inside|across|towards?|by|like|between|during|"
    r"through|around|behind|under|over|along|beside|within|among|amongst|alongside|opposite|despite|without|via|"
    r"about|over|beneath|past|throughout|off|including) "
    r"(?:the |an? |its |their |his |some |several |two |three )?$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:scores|dozens|hundreds|thousands|tens|number|groups?|members|majority|units|columns?|waves?|handful|couple|bands?|"
    r"gangs?|crowds?|commanders?|fighters|supporters|elements) of (?:the |about |some )?$",
    re.IGNORECASE,
)
# Nouns whose parties are not those of a trigger beside them ("explosions in the conflict between X and Y").
CONFLICT_NOUN = re.compile(
    r"\b(?:war|warfare|hostilities|fighting|conflicts?|crisis|clashes|tensions?|violence|disputes?|feud|rivalry|border|"
    r"enmity|standoff|escalation|confrontations?|relations|ties|ceasefire|cease-fire|truce|peace|deal|accord|agreement|"
    r"settlement|gap|differences|divide|rift|reconciliation|exchange|swap)"
    r"(?: (?:deal|agreement|accord|settlement|plan))? between (?:the |an? |rival )?$",
    re.IGNORECASE,
)
FOUGHT = re.compile(
    r"(?:war|warfare|hostilities|fighting|clashes|violence|exchange|confrontation|escalation)", re.IGNORECASE
)
POSSESSOR_GAP = re.compile(
    r"[’']?s?(?: (?!an? |the |took |in |on |at |and |is |was |has |had |were |to |of )[a-z’'-]+){0,2} ?"
)
PARTICIPLE = re.compile(
    r"(?:\w+ (?:and|or) )?(?:\w+ed|hit|struck|shot|held|cut|shut|set|burnt|slain|sent|torn|blown|brought|put|found|"
    r"caught|taken|"
    r"driven|beaten|overrun|overthrown|withdrawn|frozen|thrown|given|forbidden|stolen|forced|freed|hacked)\b"
)
OTHER_BY = re.compile(
    r"\b(?:attended|followed|accompanied|joined|backed|condemned|welcomed|brokered|mediated|confirmed|said)\b"
)
SECOND = re.compile(r"(?: and | with | against | versus | on |, |/|-)(?:the |an? )?")
# Verbs that carry a nominal trigger ("launched a wave of air strikes"): their subject acts.
CARRIER = re.compile(
    r"\b(?:launch|unleash|carr(?:y|ied|ies)|conduct|mount|stag|impos|declar|beg[aiu]n|start|order|resum|expand|step|"
    r"intensif|ramp|announc|call|open|extend|deliver|wag|perpetrat|execut|continu|us|ma[dk]|kept|held|hold|plan|prepar|"
    r"sign|agree|reach|accept|propos|offer|negotiat|threaten|vow|seek|sought|head|chair|attend)\w*",
    re.IGNORECASE,
)
JOINT = re.compile(r",? and (?:the )?|, (?:the )?|/")
SIGNS = re.compile(
    r"\b(?:sign|agree|reach|accept|announc|conclud|declar|enter|broker|mediat|violat|break|broke|reject|honou?r|propos|"
    r"offer|free|freed|releas|swap|exchang|ma[dk]e|struck|strik|seal|clinch|ratif|initial|approv|end|extend|observ)\w*",
    re.IGNORECASE,
)
WITH = re.compile(r" (?:\w+ ){0,2}with (?:the |an? )?")
FELL = re.compile(r"\b(?:killed|wounded|injured|died|dead|captured|hurt|lost|arrested)\b")
LAUNCHING = re.compile(
    r"\W*(?:and |then |while )*(?:launch|mount|stag|unleash|carry|conduct|wag|open|order|begin|start|resum|continu|"
    r"press|intensify|expand|announc)(?:ing|ning|ying|e?d)\b|\W*(?:began|begun)\b",
    re.IGNORECASE,
)
SUBJECTLESS = re.compile(r"\W*(?:and |then |or |but )*(?:\w+ing|\w+ed|fired|set|shot|burnt)?\W*$|\W*\w+ing\b")
# A clause that opens with a participle ("…, killing nine and torching the mill") takes the subject of its sentence.
PARTICIPIAL = re.compile(r"\W*(?:and |then |while |after |before )?[a-z]+ing\b")
WITH_ALONE = re.compile(r"\W*(?:with|in|using) (?:\w+ ){0,4}$|\W*with [a-z]+ [a-z]+$")
ASIDE = re.compile(r", [^,]*,")
FAR = 6
OF = re.compile(r" of (?:the |its |their |all |some |most |more |\w+ )?")
