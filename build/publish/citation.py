"""How to cite the release and on what terms it may be used: CITATION.cff, .zenodo.json, LICENSE, DATASHEET.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from newsledger.build.publish.datapackage import KEYWORDS
from newsledger.build.publish.licences import licence_of
from newsledger.build.publish.rights import MAX_WORDS
from newsledger.build.publish.templates import fill
from newsledger.schema.dataset import DatasetConfig, Maintainer


def citation_cff(config: DatasetConfig) -> str:
    """CITATION.cff, format 1.2.0."""
    licence = licence_of(config.licence)
    content: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": config.title or config.name,
        "version": config.version,
        "authors": [_author(person) for person in config.maintainers] or [{"name": f"Maintainers of {config.name}"}],
        "keywords": KEYWORDS,
    }
    if config.description:
        content["abstract"] = config.description
    if config.released:
        content["date-released"] = config.released
    if licence.spdx:
        content["license"] = licence.spdx
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)


def _author(person: Maintainer) -> dict[str, str]:
    """A maintainer as an entity: a name is not taken apart into given and family names."""
    facts = {"name": person.name, "email": person.email}
    stated = {key: value for key, value in facts.items() if value}
    if person.orcid:
        stated["orcid"] = f"https://orcid.org/{person.orcid.removeprefix('https://orcid.org/')}"
    return stated


def zenodo(config: DatasetConfig) -> dict[str, Any]:
    """.zenodo.json, for a DOI by deposit."""
    licence = licence_of(config.licence)
    creators = [_creator(person) for person in config.maintainers] or [{"name": f"Maintainers of {config.name}"}]
    return {
        "title": config.title or config.name,
        "description": config.description or "Attributed claims from news articles on armed conflict.",
        "upload_type": "dataset",
        "version": config.version,
        "creators": creators,
        "keywords": KEYWORDS,
        **({"license": licence.spdx.lower()} if licence.spdx else {}),
        **({"publication_date": config.released} if config.released else {}),
    }


def _creator(person: Maintainer) -> dict[str, str]:
    facts = {"name": person.name, "affiliation": person.affiliation, "orcid": person.orcid}
    return {key: value for key, value in facts.items() if value}


def licence_text(config: DatasetConfig) -> str:
    """LICENSE: the terms of the rows, and what they do not cover."""
    return fill(
        "licence.txt.j2", title=config.title or config.name, licence=licence_of(config.licence), words=MAX_WORDS
    )


def datasheet(config: DatasetConfig, figures: Mapping[str, Any]) -> str:
    """DATASHEET.md, in the questions of Gebru et al. (2018)."""
    return fill(
        "datasheet.md.j2",
        config=config,
        title=config.title or config.name,
        tables=figures["tables"],
        licence=licence_of(config.licence),
        words=MAX_WORDS,
    )
