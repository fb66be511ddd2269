"""The records of many articles: packed in memory, unpacked as they are asked for."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from claimgraph.stories.corpus.blocks import Records
from claimgraph.stories.corpus.traces import Packed, opened, unpacked

if TYPE_CHECKING:
    from claimgraph.stories.corpus.digests import Digest

T = TypeVar("T")
Told = TypeVar("Told")
Named = TypeVar("Named", bound="Identified")
LATELY = 4_000  # articles whose records of a sort stay open


class Identified(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """It is one in all articles."""


@dataclass(frozen=True)
class Row:
    """What is held of one article. `first`: the numbers of its first event, claim and passage, by sort."""

    packed: Packed
    first: tuple[int, int, int] = (0, 0, 0)


class Drawer(Generic[T]):
    """The records of one sort, by article and by place there."""

    def __init__(self, rows: Sequence[Row], sort: str) -> None:
        """`sort`: the name in `Traces`."""
        self._rows, self._sort = rows, sort
        self._lately: OrderedDict[int, list[T | bytes]] = OrderedDict()  # a record stays packed until it is asked for

    def record(self, row: int, place: int) -> T:
        """The one at a place in an article."""
        opened = self._opened(row)
        one = opened[place]
        if isinstance(one, bytes):
            opened[place] = one = unpacked(self._sort, one)
        return one

    def __getitem__(self, row: int) -> Iterator[T]:
        """Those of an article, in order."""
        return (self.record(row, place) for place in range(len(self._opened(row))))

    def each(self) -> Iterator[T]:
        """Those of all articles, in order."""
        for row in self._rows:
            for line in opened(getattr(row.packed, self._sort)):
                yield unpacked(self._sort, line)

    def _opened(self, row: int) -> list[T | bytes]:
        found = self._lately.get(row)
        if found is None:
            self._lately[row] = found = [*opened(getattr(self._rows[row].packed, self._sort))]
            if len(self._lately) > LATELY:
                self._lately.popitem(last=False)
        else:
            self._lately.move_to_end(row)
        return found


class ById(Mapping[str, Named]):
    """The records of one sort by their ids, where it is known in which article each stands."""

    def __init__(self, drawer: Drawer[Named], rows: Mapping[str, int]) -> None:
        """`rows`: of each id."""
        self._drawer, self._rows = drawer, rows

    def __getitem__(self, id_: str) -> Named:
        """The record of an id."""
        return next(one for one in self._drawer[self._rows[id_]] if one.id == id_)

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)


class Sorted(Generic[T]):
    """The records of one sort in the order of their ids: each has a place there, which arrays go by."""

    def __init__(self, rows: Sequence[Row], sort: str, digest: str, number: int) -> None:
        """`sort`: its name in `Traces`; `digest`: in `Packed`; `number`: in `Row.first`."""
        self._rows, self._digest, self._number = rows, digest, number
        self._drawer: Drawer[T] = Drawer(rows, sort)
        ids = [getattr(row.packed, digest).ids.decode().splitlines() for row in rows]
        flat = [line for lines in ids for line in lines]
        by = sorted(range(len(flat)), key=flat.__getitem__)
        self.ids = [flat[k].partition("\t")[0] for k in by]
        self.members = {flat[k].partition("\t")[0]: tuple(flat[k].split("\t")) for k in by if "\t" in flat[k]}
        self._by = np.array(by, np.int64)
        sizes = np.array([len(several) for several in ids], np.int64)
        begins = np.cumsum(sizes) - sizes
        self.row: NDArray[np.uint32] = np.repeat(np.arange(len(rows), dtype=np.uint32), sizes)[self._by]
        self.within: NDArray[np.uint32] = (self._by - begins[self.row]).astype(np.uint32)
        self._quick_row, self._quick_within = self.row.data, self.within.data

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ids)

    def __getitem__(self, place: int) -> T:
        """The record at a place."""
        return self._drawer.record(self._quick_row[place], self._quick_within[place])

    def sorted(self, told: Iterable[Told]) -> list[Told]:
        """What is told of each, given as the rows have it, in the order of their ids."""
        several = list(told)
        return [several[k] for k in self._by.tolist()]

    def numbers(self) -> NDArray[np.uint64]:
        """The number of each record, which it keeps as others come and go."""
        first = np.array([row.first[self._number] for row in self._rows], np.uint64)
        return first[self.row] + self.within

    def records(self) -> Records:
        """What they have in common."""
        counts = self._array("counts", np.uint32)
        owners = np.repeat(self._places, counts)
        return Records(self._array("keys", np.uint32), owners, self.orders, self.contents)

    @cached_property
    def orders(self) -> tuple[NDArray[np.uint64], ...]:
        """The places in each order."""
        found = self._array("orders", np.uint64)
        number = len(found) // len(self) if len(self) else 0
        return tuple(np.ascontiguousarray(column[self._by]) for column in found.reshape(-1, max(number, 1)).T)

    @property
    def marks(self) -> NDArray[np.uint8]:
        """The marks of each."""
        found = self._array("marks", np.uint8)
        return found.reshape(len(self), -1)[self._by] if len(self) else found.reshape(0, 1)

    @property
    def contents(self) -> NDArray[np.uint64]:
        """The number for what each says."""
        return self._array("contents", np.uint64)[self._by]

    @cached_property
    def _places(self) -> NDArray[np.uint32]:
        """The places of the records as they stand in the rows."""
        places = np.empty(len(self), np.uint32)
        places[self._by] = np.arange(len(self), dtype=np.uint32)
        return places

    def _array(self, name: str, kind: Any) -> NDArray[Any]:
        digests: list[Digest] = [getattr(row.packed, self._digest) for row in self._rows]
        joined = b"".join(getattr(digest, name) for digest in digests)
        return np.frombuffer(joined, kind) if joined else np.zeros(0, kind)
