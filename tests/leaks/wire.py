"""Everything that one run of the dashboard sends: messages, and every file that can be fetched.

The messages are caught before they are queued, so that what a later one replaces counts too: a
browser may have had it already.
"""

from collections.abc import Collection, Iterator
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


Button = tuple[str, str]  # its id, which has its label and key in it, and the name of its file


@dataclass
class Sent:
    """What a browser was sent: messages in their order, and files with their names.

    `pressed` are the buttons whose files were made, each with its file's name.
    """

    messages: list[ForwardMsg] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    pressed: set[Button] = field(default_factory=set)


@contextmanager
def listening(*, but: Collection[Button] = ()) -> Iterator[Sent]:
    """Catch all that the runs of AppTest inside the block send, and press every button of a file.

    All `but` some.
    """
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
        _press(manager, sent, but)


def _press(manager: MediaFileManager, sent: Sent, but: Collection[Button]) -> None:
    """Make what is only made when somebody asks for it, and take all there is."""
    for deferred, of in list(manager._deferred_callables.items()):
        button = (of["element_id"], of["filename"] or "")
        if button not in but:
            manager.execute_deferred(deferred)
            sent.pressed.add(button)
    for file in manager._storage._files_by_id.values():
        sent.files.append((file.filename or "", file.content))
