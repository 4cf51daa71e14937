"""Every standard form a release describes itself in, written in one go from the same tables."""

from __future__ import annotations

import json
from pathlib import Path

from newsledger.build.publish.citation import citation_cff, datasheet, licence_text, zenodo
from newsledger.build.publish.contract import contract
from newsledger.build.publish.croissant import croissant
from newsledger.build.publish.datapackage import datapackage
from newsledger.build.publish.files import json_text, write, write_json
from newsledger.build.publish.manifest import Described
from newsledger.build.publish.provenance import provenance
from newsledger.build.publish.report_page import report_page
from newsledger.build.publish.statistics import statistics
from newsledger.build.publish.vocabularies import vocabularies
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.json_schema import json_schema


def write_standards(
    folder: Path, built: Built, config: DatasetConfig, tables: dict[str, Described], results_json: str
) -> None:
    """Write schemas, vocabularies, statistics, Data Package, Croissant, contract, citation, datasheet, provenance."""
    for path, content in standards(folder, config, tables, results_json).items():
        write(folder, path, content)
    write_json(folder, "provenance.json", provenance(built, config))


def standards(folder: Path, config: DatasetConfig, tables: dict[str, Described], results_json: str) -> dict[str, str]:
    """Every standard form by its path: nothing in it but what the tables, dataset.yml and the results say."""
    figures = statistics(tables)
    return {
        **{f"schemas/{name}.schema.json": json_text(json_schema(model)) for name, model in TABLES.items()},
        **{f"vocab/{path}": content for path, content in vocabularies().items()},
        "statistics.json": json_text(figures),
        "validation/report.html": report_page(config, figures, json.loads(results_json)),
        "datapackage.json": json_text(datapackage(folder, config, tables)),
        "croissant.json": json_text(croissant(folder, config, tables)),
        "contract.odcs.yaml": contract(config, tables),
        "CITATION.cff": citation_cff(config),
        ".zenodo.json": json_text(zenodo(config)),
        "LICENSE": licence_text(config),
        "DATASHEET.md": datasheet(config, figures),
    }
