"""Everything that one run of the dashboard sends: messages, and every file that can be fetched.

The messages are caught before they are queued, so that what a later one replaces counts too: a
browser may have had it already.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from unittest import mock

from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.elements.lib.mutable_popover_container import PopoverContainer
from streamlit.elements.lib.mutable_tab_container import TabContainer
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import app_test

# What a page makes only when a reader opens it is made here: everything is open.
OPEN = property(lambda _self: True, lambda _self, _value: None)
OPENED = (ExpanderContainer, PopoverContainer, TabContainer)


@dataclass
class Sent:
    """What a browser was sent: messages in their order, and files with their names."""

    messages: list[ForwardMsg] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Sent]:
    """Catch all that the runs of AppTest inside the block send; press every button of a file."""
    sent, managers = Sent(), []

    class Listened(MediaFileManager):
        def __init__(self, storage) -> None:
            super().__init__(storage)
            managers.append(self)

    def keep(message: ForwardMsg) -> None:
        copy = ForwardMsg()
        copy.CopyFrom(message)  # the queue changes what it is given
        sent.messages.append(copy)

    ForwardMsgQueue.on_before_enqueue_msg(keep)
    try:
        with ExitStack() as patched:
            patched.enter_context(mock.patch.object(app_test, "MediaFileManager", Listened))
            for container in OPENED:
                patched.enter_context(mock.patch.object(container, "open", OPEN))
            yield sent
    finally:
        ForwardMsgQueue.on_before_enqueue_msg(None)
    for manager in managers:
        sent.files.extend(_files(manager))


def _files(manager: MediaFileManager) -> Iterator[tuple[str, bytes]]:
    """Make what is only made when somebody asks for it, and take all there is."""
    for deferred in list(manager._deferred_callables):
        manager.execute_deferred(deferred)
    for file in manager._storage._files_by_id.values():
        yield file.filename or "", file.content
