"""Troubles with the Hub, each in one sentence that says what became of the release and how to go on; never a token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import httpx2
from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled, OIDCError

from newsledger.schema.problem import PublisherError

TROUBLES = (OSError, httpx2.HTTPError, OIDCError, ValueError, RuntimeError)
SECRET = re.compile(r"hf_[A-Za-z0-9_.=-]+|(?i:bearer)\s+\S+")
CONFLICT = (409, 412)
LOGIN = "make one with write access on the Hub and run `hf auth login`, or set HF_TOKEN"


class Stage(StrEnum):
    """How far publishing had come; the value says what became of the release."""

    READ = "Nothing was published."
    CREATE = "Nothing was published."
    COMMIT = "Nothing was published, the earlier release is whole; run the same command again."
    CHECK = "It is not known whether the data was committed; run the same command again, it goes on from there."
    TAG = "The data is committed, its tag is not set; run the same command again, it only sets the tag."


@contextmanager
def in_a_sentence(repo: str, stage: Stage, token: str | None) -> Iterator[None]:
    """Turn a trouble of the block into a sentence.

    Raises:
        PublisherError: instead of any error of huggingface_hub or of the network.
    """
    try:
        yield
    except PublisherError:
        raise
    except TROUBLES as error:
        raise PublisherError(f"{repo}: {redact(_reason(error, repo, stage), token)}. {stage}") from None


def status_of(error: BaseException) -> int | None:
    """The HTTP status the Hub answered with, if it answered."""
    return error.response.status_code if isinstance(error, HfHubHTTPError) else None


def redact(words: str, token: str | None) -> str:
    """Words without the token, and without anything that looks like one.

    >>> redact("Authorization: Bearer abc, hf_xyz and s3cret", "s3cret")
    'Authorization: *** *** and ***'
    """
    if token:
        words = words.replace(token, "***")
    return SECRET.sub("***", words)


def _reason(error: BaseException, repo: str, stage: Stage) -> str:
    status = status_of(error)
    if status is not None:
        return _answered(status, error, repo, stage)
    if isinstance(error, OIDCError):
        return f"the trusted publisher gave no token ({_first_words(error)})"
    if isinstance(error, OfflineModeIsEnabled):
        return "HF_HUB_OFFLINE is set; unset it to publish"
    if isinstance(error, httpx2.HTTPError):
        return f"the Hub could not be reached ({type(error).__name__})"
    return f"publishing failed ({_first_words(error)})"


def _answered(status: int, error: BaseException, repo: str, stage: Stage) -> str:
    """What an HTTP status of the Hub means at a stage."""
    if status == 400 and isinstance(error, HfHubHTTPError) and error.response.url.path == "/oauth/token":
        return "the Hub does not know this workflow as a trusted publisher; add it in the repository's settings"
    if status == 401:
        return f"the Hub does not accept the token; {LOGIN}"
    if status == 403:
        right = "create it; make the repository on the Hub first" if stage is Stage.CREATE else "write to it"
        return f"the token has no right to {right}, or use a token with write access to {repo.split('/')[0]}"
    if status in CONFLICT and stage is Stage.CREATE:
        return "exists, but this token cannot see it; use a token of its owner"
    if status in CONFLICT:
        return "somebody else published there at the same time"
    if status == 404:
        return "is no longer there, or this token cannot see it"
    if status == 429:
        return "the Hub asks to wait (429 Too Many Requests)"
    said = _first_words(getattr(error, "server_message", None) or "")
    return f"the Hub answered {status}" + (f" ({said})" if said else "")


def _first_words(error: object) -> str:
    """The beginning of a message, on one line and without its full stop."""
    return " ".join(str(error).split())[:200].rstrip(". ")
