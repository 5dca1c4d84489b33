"""Results that are worked out once and kept: per data, viewer, language, naming and choices."""

import inspect
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from maturity import language, naming

P = ParamSpec("P")
R = TypeVar("R")

MOST = 512  # results of one function: more than a hall asks for, little beside the libraries


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Keep what `function` returns for its arguments, and the words it spoke in.

    These are the language and, where names are hidden, the letters.

    The function must take `viewer`, so that nothing is kept across viewers, and hashable
    arguments; `Data` counts as itself, which makes a new data version a new result. What it
    returns is shared between readers and must not be changed. Raises TypeError where it takes no
    viewer.
    """
    if "viewer" not in inspect.signature(function).parameters:
        raise TypeError(f"{function.__name__} takes no viewer: its results must not be kept")

    @lru_cache(maxsize=MOST)
    def once(
        _language: str, _letters: naming.Letters | None, /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        return function(*args, **kwargs)

    @wraps(function)
    def ask(*args: P.args, **kwargs: P.kwargs) -> R:
        # The hint knows only that they are arguments; lru_cache itself refuses unhashable ones.
        return once(language.current(), naming.current(), *args, **kwargs)  # type: ignore[arg-type]

    return ask
