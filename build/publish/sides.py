"""What a comparison of releases knows of each side besides its rows: version, schema, code, rights, corrections."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import JsonValue, ValidationError

from newsledger.build.publish.contract import contract
from newsledger.build.publish.provenance import provenance
from newsledger.build.publish.schema_changes import Shapes, shapes
from newsledger.schema import SCHEMA_VERSION
from newsledger.schema.built import Built
from newsledger.schema.corrections import FILE_NAME as CORRECTIONS
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.manifest import FILE_NAME, Manifest
from newsledger.schema.problem import PublisherError

CODE = ("package", "sources_sha256", "lexicons_and_rules_sha256")
ACCEPTED = ""
REJECTED = "rejected"
Corrected = dict[tuple[str, str, str], JsonValue]


@dataclass(frozen=True)
class Side:
    """One of two releases: its folder, and everything but articles that can make its rows differ."""

    folder: Path
    dataset: str
    version: str
    schema_version: str
    shapes: Shapes
    code: Mapping[str, Any]
    rights: tuple[str, float]
    corrections: Corrected


def side_of_release(folder: Path) -> Side:
    """A finished release.

    Raises:
        PublisherError: the folder holds no finished release, or one that cannot be read.
    """
    try:
        manifest = Manifest.model_validate_json((folder / FILE_NAME).read_bytes())
        facts = json.loads((folder / "provenance.json").read_bytes())
        stated = yaml.safe_load((folder / "contract.odcs.yaml").read_text(encoding="utf-8"))
        corrections = folder / CORRECTIONS
        text = corrections.read_text(encoding="utf-8") if corrections.is_file() else ""
        return Side(
            folder=folder,
            dataset=manifest.dataset,
            version=manifest.version,
            schema_version=manifest.schema_version,
            shapes=shapes(stated),
            code={name: facts.get(name) for name in CODE},
            rights=(str(manifest.rights.evidence), manifest.rights.max_reproduced_share),
            corrections=_corrections(text),
        )
    except FileNotFoundError as error:
        missing = Path(str(error.filename)).name
        raise PublisherError(f"{folder}: no {missing}; name the folder of a finished release.") from error
    except (OSError, ValueError, ValidationError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        told = " ".join(str(error).split())[:200]
        raise PublisherError(f"{folder}: no release that can be read ({told}); check it with verify.") from error


def side_of_build(folder: Path, built: Built, config: DatasetConfig) -> Side:
    """A release that is being built, its data staged in a folder."""
    facts = json.loads(json.dumps(provenance(built, config)))
    return Side(
        folder=folder,
        dataset=config.name,
        version=config.version,
        schema_version=SCHEMA_VERSION,
        shapes=shapes(yaml.safe_load(contract(config, {}))),
        code={name: facts[name] for name in CODE},
        rights=(str(config.evidence), config.max_reproduced_share),
        corrections=_corrections(built.corrections or ""),
    )


def _corrections(text: str) -> Corrected:
    """Corrected values by table, id and column; accepted and rejected rows under names that no column has."""
    lines = [json.loads(line) for line in text.split("\n") if line.strip()]
    return {
        (line["table"], line["id"], REJECTED if line.get("reject") else line.get("column") or ACCEPTED): line.get(
            "value"
        )
        for line in lines
    }
