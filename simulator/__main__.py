"""Let ``python -m simulator`` do what ``coach`` does."""

from simulator.cli.main import run

if __name__ == "__main__":
    run()
