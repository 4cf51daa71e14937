"""Every standard form a release describes itself in, written in one go from the same tables."""

from __future__ import annotations

import json
from pathlib import Path

from newsledger.build.publish.citation import citation_cff, datasheet, licence_text, zenodo
from newsledger.build.publish.contract import contract
from newsledger.build.publish.croissant import croissant
from newsledger.build.publish.datapackage import datapackage
from newsledger.build.publish.files import write, write_json
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
    for name, model in TABLES.items():
        write_json(folder, f"schemas/{name}.schema.json", json_schema(model))
    for path, content in vocabularies().items():
        write(folder, f"vocab/{path}", content)
    figures = statistics(tables)
    write_json(folder, "statistics.json", figures)
    write(folder, "validation/report.html", report_page(config, figures, json.loads(results_json)))
    write_json(folder, "datapackage.json", datapackage(folder, config, tables))
    write_json(folder, "croissant.json", croissant(folder, config, tables))
    write(folder, "contract.odcs.yaml", contract(config, tables))
    write(folder, "CITATION.cff", citation_cff(config))
    write_json(folder, ".zenodo.json", zenodo(config))
    write(folder, "LICENSE", licence_text(config))
    write(folder, "DATASHEET.md", datasheet(config, figures))
    write_json(folder, "provenance.json", provenance(built, config))
