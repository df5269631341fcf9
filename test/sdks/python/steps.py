"""Prints what happened in each step of a program, a line of JSON each."""

import json
import os
import time
from collections.abc import Callable
from typing import TypeVar

Failure = TypeVar("Failure", bound=Exception)


def step(name: str) -> Callable[[Callable[[], None]], None]:
    """Runs the function that it decorates and prints its line; whatever it raises becomes the note."""

    def run(function: Callable[[], None]) -> None:
        line: dict[str, object] = {"step": name, "ok": True}
        try:
            function()
        except Exception as error:
            line = {"step": name, "ok": False, "note": f"{type(error).__name__}: {error}"}
        print(json.dumps(line), flush=True)

    return run


def equal(what: str, got: object, wanted: object) -> None:
    if got != wanted:
        raise AssertionError(f"{what} is {got!r} instead of {wanted!r}")


def poll(check: Callable[[], bool]) -> None:
    """Calls until it is told that it is done, at most 100 times."""
    for _ in range(100):
        if check():
            return
        time.sleep(0.02)
    raise AssertionError("not done after 100 requests")


def raises(kind: type[Failure], function: Callable[[], object]) -> Failure:
    """The exception, which must be of exactly this kind."""
    try:
        function()
    except Exception as error:
        if type(error) is kind:
            return error
        raise AssertionError(f"{type(error).__name__} ({error}) is no {kind.__name__}") from error
    raise AssertionError(f"no {kind.__name__} was raised")


def env(name: str) -> str:
    """A variable of the environment, which must be there."""
    return os.environ[name]


def number(name: str) -> int:
    return int(env(name))
