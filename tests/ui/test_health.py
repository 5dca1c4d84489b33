"""/healthz says whether all can be read, in one word, and the reason to nobody but the log."""

import asyncio
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from anyio import create_task_group, fail_after, sleep, to_thread
from starlette.applications import Starlette
from starlette.routing import Route

from maturity.settings import ROOT
from maturity.ui import health
from tests.asgi import ask

APP = Starlette(routes=[Route(health.ADDRESS, health.answer)])


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_found", (-health.SECONDS, False))


def told() -> tuple[int, bytes]:
    answer = ask(APP, health.ADDRESS)
    return answer.status, answer.body


def test_all_is_well(answers: Path) -> None:
    assert told() == (200, b"ok")


def test_where_no_answers_lie_it_cannot_serve(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "nothing"))
    assert told() == (503, b"unavailable")


def test_nor_where_the_configuration_is_broken(answers, tmp_path, monkeypatch, caplog) -> None:
    shutil.copytree(ROOT / "data" / "reference", tmp_path / "reference")
    (tmp_path / "reference" / "programme.toml").write_text("broken = ")
    monkeypatch.setenv("MATURITY_REFERENCE", str(tmp_path / "reference"))
    assert told() == (503, b"unavailable")
    assert "programme.toml" in caplog.text


def test_who_asks_often_gets_the_same_answer(answers, tmp_path, monkeypatch) -> None:
    assert told()[0] == 200
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "nothing"))
    assert told()[0] == 200


def test_it_answers_where_every_thread_is_busy(answers) -> None:
    held, sent = threading.Event(), []
    scope = {"type": "http", "method": "GET", "path": health.ADDRESS, "headers": []}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def busy() -> None:
        to_thread.current_default_thread_limiter().total_tokens = 1
        async with create_task_group() as group:
            group.start_soon(to_thread.run_sync, held.wait)
            await sleep(0)
            try:
                with fail_after(60):
                    await APP(scope, receive, send)
            finally:
                held.set()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(busy())).result()
    assert sent[0]["status"] == 200
