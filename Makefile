# Every target with a help text is listed by `make help`. CI calls these targets and nothing else.
PYTHON ?= python

.PHONY: help setup play check format lint types contracts test snapshots wheel train acceptance bench

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

setup: ## install the project for development, and the commit hooks
	$(PYTHON) -m pip install -e ".[dev]"
	-pre-commit install

play: ## open the app
	$(PYTHON) -m simulator

check: lint types contracts test ## everything that must hold before a commit

format: ## put the code in order
	ruff format .
	ruff check --fix .

lint: ## style, spelling, data against their schemas
	ruff format --check .
	ruff check .
	codespell simulator tests docs rubric *.md
	check-jsonschema --schemafile scenarios/scenario.schema.json $$(ls scenarios/*.yaml | grep -v rehearsal)
	check-jsonschema --schemafile scenarios/rehearsal.schema.json scenarios/*.rehearsal.yaml
	check-jsonschema --schemafile scenarios/checks.schema.json scenarios/checks.toml
	check-jsonschema --schemafile scenarios/theme.schema.json scenarios/themes/*.yaml
	check-jsonschema --schemafile scenarios/clip.schema.json scenarios/clips/*.yaml
	check-jsonschema --schemafile scenarios/resource.schema.json scenarios/resources/*.yaml
	check-jsonschema --schemafile rubric/rubric.schema.json rubric/good_coaching.yaml
	check-jsonschema --schemafile rubric/order.schema.json rubric/order.yaml

types: ## mypy --strict
	mypy

contracts: ## the rooms and the one arrow
	lint-imports

test: ## all tests
	$(PYTHON) -m pytest

snapshots: ## accept the pictures of the screens as they are now, after looking at them
	$(PYTHON) -m pytest tests/ui --snapshot-update

wheel: ## build the wheel by way of the source archive
	$(PYTHON) -m build --outdir dist

train: ## rebuild the classifier in models/ from models/corpus
	$(PYTHON) -m simulator model train --out models

acceptance: ## measure the ten acceptance tests over the library and write the table in docs/COACHEE.md
	$(PYTHON) -m simulator scenario playtest --acceptance --into docs/COACHEE.md

bench: ## measure start-up, first paint, hearing, simulation, checks, memory, stalls
	$(PYTHON) tests/bench/run.py
