"""Pictures of specifications: one, or many of which the next is drawn meanwhile."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing
from functools import partial
from typing import final

from offinno.pictures._child import Request
from offinno.pictures._engine import ENGINE
from offinno.pictures._errors import SpecRefused
from offinno.pictures._logo import Logo
from offinno.pictures._order import Format, Order, limited
from offinno.pictures._shelf import SHELF


def draw(  # noqa: PLR0913 - the options of a picture, all by keyword
    spec: Mapping[str, object],
    *,
    format: Format,  # noqa: A002 - what everybody calls it
    title: str,
    description: str,
    lang: str,
    scale: float = 2,
    timeout: float = 30,
    prefix: str | None = None,
    logo: Logo | None = None,
) -> bytes:
    """Return a Vega-Lite specification as an SVG, PNG or PDF file.

    The drawing happens in a separate process with bounded time and memory; the specification
    is checked before it is sent there, and the SVG when it comes back. PNG and PDF are made
    from that checked SVG. The same arguments give the same SVG and PNG in every process, and
    nothing is drawn twice in one; the bytes of a PDF may vary, what it shows does not.

    Args:
        spec: A finished specification, version 5 or 6, its rows inline.
        format: What to return.
        title: What the picture is called; in SVG and PNG.
        description: What it shows, for those who do not see it; may be empty.
        lang: The language of *title*, *description* and the text in the picture.
        scale: How many pixels of a PNG stand for one of the specification.
        timeout: How long drawing may take, in seconds.
        prefix: What the ids in an SVG begin with; by default something that differs from
            picture to picture, so that many can stand in one page.
        logo: What stands below the picture at the right.

    Raises:
        MissingExtra: If vl-convert is not installed.
        SpecRefused: If the specification or an option is not safe to draw.
        UnsafeText: If the title or the description cannot be shown as it stands.
        PictureFailed: If the engine cannot draw it.
        MissingGlyphs: If no font has a letter for a character, in PNG and PDF.
        PictureTimedOut: If it takes longer than *timeout*.
        UnsafePicture: If what was drawn refers to something outside itself.

    >>> svg = draw(
    ...     {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {}},
    ...     format="svg", title="Ett punkt", description="", lang="nb",
    ... )
    >>> svg[:34]
    b'<svg xmlns="http://www.w3.org/2000'
    """
    order = Order(
        spec=spec,
        format=format,
        title=title,
        description=description,
        lang=lang,
        scale=scale,
        prefix=prefix,
        logo=logo,
    )
    return order.picture(timeout)


def drawn_in_turn(
    orders: Iterable[Order], *, timeout: float = 30
) -> AbstractContextManager[Iterator[bytes]]:
    """Return many pictures as SVG, each as `draw` gives it, in the order of *orders*.

    While one picture is made safe, and while you do something with it, the next is being drawn;
    so all take less time than one after another. Nothing is drawn twice. Nobody else draws until
    the context is left, and neither may you, nor whoever makes the orders.

    Args:
        orders: What to draw, in the format ``svg``; an order is taken when the one before it is
            being drawn.
        timeout: How long drawing each may take, in seconds.

    Raises:
        SpecRefused: If one of them is in another format.
        PictureFailed: If one of them cannot be drawn; see `draw` for what else may go wrong.

    >>> spec = {"data": {"values": [{"a": 1}]}, "encoding": {}}
    >>> orders = (
    ...     Order(spec=spec | {"mark": mark}, title=mark, description="", lang="en")
    ...     for mark in ("point", "bar")
    ... )
    >>> with drawn_in_turn(orders) as svgs:
    ...     [svg[:4] for svg in svgs]
    [b'<svg', b'<svg']
    """
    return closing(_Turn(timeout).svgs(orders))


@final
class _Turn:
    """The pictures that one caller has drawn in turn."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._taken: deque[Order] = deque()
        #: What the engine has drawn, by what it depends on; None where it still does.
        self._raw: dict[bytes, bytes | None] = {}

    def svgs(self, orders: Iterable[Order]) -> Generator[bytes]:
        """Yield every picture as soon as it is there."""
        with limited(self._timeout), SHELF.making():
            requests = self._requests(orders)
            with closing(ENGINE.ask_each(requests, seconds=self._timeout)) as drawn:
                for raw in drawn:
                    self._keep(raw)
                    yield from self._ready()
            yield from self._ready()

    def _requests(self, orders: Iterable[Order]) -> Iterator[Request]:
        """Take the orders, and return what has to be drawn."""
        for order in orders:
            if order.format != "svg":
                raise SpecRefused("format", repr(order.format), "draw it by itself, with draw()")
            self._taken.append(order)
            if order.content not in self._raw:
                self._raw[order.content] = SHELF.get(order.content)
                if self._raw[order.content] is None:
                    yield Request(order.head, order.text)

    def _keep(self, raw: bytes) -> None:
        """Keep what was drawn of the first order that waits for it."""
        contents = (order.content for order in self._taken)
        content = next(content for content in contents if self._raw[content] is None)
        self._raw[content] = raw
        SHELF.put(content, raw)

    def _ready(self) -> Iterator[bytes]:
        """Return the next pictures, up to one that is still being drawn."""
        while self._taken and (raw := self._raw[self._taken[0].content]) is not None:
            order = self._taken.popleft()
            yield SHELF.picture(order.key, partial(order.svg, raw))
