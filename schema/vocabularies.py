"""The closed vocabularies of the data contract: every coded column takes its values from one of these."""

from enum import StrEnum


class BlockType(StrEnum):
    """What a paragraph of an article is."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    RELATED_LINK = "related_link"
    BOILERPLATE = "boilerplate"


class Modality(StrEnum):
    """How far the text commits itself.

    Alleged: claimed, reportedly. Possible: feared, conditional, threatened. Denied: said not to be so.
    """

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class TemporalRole(StrEnum):
    """Whether the claim is about the news reported, about earlier background, or about what is to come."""

    CURRENT = "current"
    BACKGROUND = "background"
    FORECAST = "forecast"


class DatePrecision(StrEnum):
    """The span a date stands for; `none` when the words cannot be anchored (date_start is null then)."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class DateSource(StrEnum):
    """Whether the date stands in the text, was reckoned from the published date, or is unknown."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    NONE = "none"


class PlacePrecision(StrEnum):
    """The kind of place named, from a single building to a world region."""

    SITE = "site"
    NEIGHBOURHOOD = "neighbourhood"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    SUBNATIONAL = "subnational"
    COUNTRY = "country"
    REGION = "region"
    NONE = "none"


class Confidence(StrEnum):
    """How often rules of this tier were right on annotated articles (the codebook gives the figures)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ReviewStatus(StrEnum):
    """Whether a person has looked at the row."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"


class Outcome(StrEnum):
    """What happened to the people counted; `casualties` only where killed and injured are not told apart."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    CASUALTIES = "casualties"


class Quantifier(StrEnum):
    """The hedge on a number. See `build/mentions/numbers.py` for the bounds each one sets."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    ABOUT = "about"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


class CountKind(StrEnum):
    """Whether a toll counts one episode (flow) or everything since a start (cumulative)."""

    FLOW = "flow"
    CUMULATIVE = "cumulative"


class VictimClass(StrEnum):
    """Who was hit, as the text says it; `unstated` when it does not say."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    MIXED = "mixed"
    UNSTATED = "unstated"


class AttributionKind(StrEnum):
    """What kind of source the text names for a figure; `none` for the article's own voice."""

    OFFICIAL = "official"
    BELLIGERENT = "belligerent"
    ORGANISATION = "organisation"
    PERSON = "person"
    MEDIA = "media"
    WITNESS = "witness"
    ANONYMOUS = "anonymous"
    NONE = "none"


class QuoteType(StrEnum):
    """Direct quotation, a reported clause that holds a quoted fragment, or a reported clause."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What kind of speaker."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ANONYMOUS = "anonymous"
    GROUP = "group"


class QuoteEdit(StrEnum):
    """A mark of editing: the editor's words in brackets, an ellipsis, or words that a longer variant has."""

    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    CUT = "cut"


class RecordKind(StrEnum):
    """What an evacuation row records.

    An order or advice, movement, people displaced at a moment, return, means offered, an obstacle, a stated aim.
    """

    DIRECTIVE = "directive"
    MOVEMENT = "movement"
    STOCK = "stock"
    RETURN = "return"
    CAPACITY = "capacity"
    CONSTRAINT = "constraint"
    GOAL = "goal"


class Strength(StrEnum):
    """How binding a directive is."""

    ORDER = "order"
    URGE = "urge"
    RECOMMEND = "recommend"
    INFORM = "inform"


class CountUnit(StrEnum):
    """What is counted (IDMC units)."""

    PERSON = "person"
    HOUSEHOLD = "household"


class CountRole(StrEnum):
    """Whether the count is of people addressed, moved or displaced."""

    ADDRESSED = "addressed"
    MOVED = "moved"
    DISPLACED = "displaced"
    UNSTATED = "unstated"


class ReportingTerm(StrEnum):
    """The wording of the movement, in the terms of IDMC (Helix, `apps/entry/models.py`)."""

    EVACUATED = "evacuated"
    DISPLACED = "displaced"
    FORCED_TO_FLEE = "forced_to_flee"
    RELOCATED = "relocated"
    SHELTERED = "sheltered"
    IN_RELIEF_CAMP = "in_relief_camp"
    HOMELESS = "homeless"
    AFFECTED = "affected"
    RETURNED = "returned"
    OTHER = "other"


class EventType(StrEnum):
    """The native event types; `build/data/crosswalk.csv` maps them to ACLED, PLOVER and CAMEO."""

    AIR_STRIKE = "air_strike"
    MISSILE_OR_ARTILLERY = "missile_or_artillery"
    BOMBING = "bombing"
    ARMED_CLASH = "armed_clash"
    ARMED_ATTACK = "armed_attack"
    GROUND_OPERATION = "ground_operation"
    ABDUCTION = "abduction"
    INTERCEPTION = "interception"
    PROPERTY_DESTRUCTION = "property_destruction"
    TROOP_DEPLOYMENT = "troop_deployment"
    MILITARY_THREAT = "military_threat"
    ARREST = "arrest"
    RESTRICTION = "restriction"
    TALKS = "talks"
    AGREEMENT = "agreement"
    PROTEST = "protest"
    RIOT = "riot"
    DISPLACEMENT = "displacement"
    AID_DELIVERY = "aid_delivery"
    SERVICE_DISRUPTION = "service_disruption"
    WARNING = "warning"
    DISASTER = "disaster"
    OTHER = "other"


class EventScope(StrEnum):
    """One incident, a day's attacks over many sites, a campaign, or a process such as talks."""

    INCIDENT = "incident"
    MULTI_SITE = "multi_site"
    CAMPAIGN = "campaign"
    PROCESS = "process"


class Sector(StrEnum):
    """Actor sectors of PLOVER 2.0."""

    COP = "COP"
    GOV = "GOV"
    JUD = "JUD"
    LEG = "LEG"
    MIL = "MIL"
    PRM = "PRM"
    PTY = "PTY"
    REB = "REB"
    SPY = "SPY"
    UAF = "UAF"
    UNK = "UNK"
    AGR = "AGR"
    BUS = "BUS"
    CRM = "CRM"
    CVL = "CVL"
    EDU = "EDU"
    ELI = "ELI"
    JRN = "JRN"
    LAB = "LAB"
    MED = "MED"
    REF = "REF"
    OPP = "OPP"
    PRE = "PRE"
    REL = "REL"
    SOC = "SOC"
    IGO = "IGO"
    UNO = "UNO"
    EUR = "EUR"
    NGO = "NGO"
    ISM = "ISM"
    IMG = "IMG"
    MNC = "MNC"


class Severity(StrEnum):
    """Critical failures stop publication; warnings and infos are reported."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"
