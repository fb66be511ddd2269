"""fp32 ONNX export of the reader -> int8, with activations quantised row by row."""

import sys
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

CONTRIB = "com.microsoft"  # onnxruntime's own operators
TABLE_ROWS = 1000  # an embedding table of fewer rows stays fp32: it saves nothing
MIN_WEIGHTS = 10_000  # a matrix of fewer weights stays fp32

Array = NDArray[np.float32]


def quantise(full: Path, out: Path) -> None:
    """Write the int8 form of an fp32 ONNX model.

    Every matrix that stands right of a MatMul becomes int8 with a scale a column; large embedding tables become int8
    with a scale a row. Activations become uint8 with a scale a row, found at run time, so that what one piece gets
    does not depend on the rest of the batch.

    `full`: a torch export (opset 17, not fused or quantised). `out`: written, overwritten if there.
    Raises ValueError where nothing could be quantised.
    """
    model = onnx.load(full)
    graph = _Graph(model)
    for node in list(model.graph.node):
        graph.take(node)
    if not graph.replaced:
        raise ValueError(f"{full}: no matrix or table to quantise; is it an export of fp32 weights?")
    kept = [i for i in model.graph.initializer if i.name not in graph.replaced]
    for field, items in ((model.graph.node, graph.nodes), (model.graph.initializer, kept + graph.added)):
        del field[:]
        field.extend(items)
    del model.graph.value_info[:]
    if all(opset.domain != CONTRIB for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid(CONTRIB, 1))
    onnx.save(model, out)


class _Graph:
    """The new graph, as it grows."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self.weights = {i.name: i for i in model.graph.initializer}
        self.nodes: list[NodeProto] = []
        self.added: list[TensorProto] = []
        self.replaced: set[str] = set()
        self.rows: set[str] = set()  # inputs already quantised
        self.constant("row_eps", np.float32(1e-9))
        self.constant("row_scale", np.float32(1 / 127))
        self.constant("row_zero", np.uint8(128))

    def constant(self, name: str, value: object) -> str:
        self.added.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        domain = CONTRIB if kind == "MatMulIntegerToFloat" else ""
        self.nodes.append(
            helper.make_node(kind, inputs, [output], name=f"{output}_{kind}", domain=domain, **attributes)
        )
        return output

    def take(self, node: NodeProto) -> None:
        """Copy a node, or put its int8 form in its place."""
        if node.op_type == "Gather" and self._shape(node.input[0])[:1] >= [TABLE_ROWS]:
            self._table(node)
        elif node.op_type == "MatMul" and self._wanted(node):
            self._matrix(node)
        else:
            self.nodes.append(node)

    def _wanted(self, node: NodeProto) -> bool:
        shape = self._shape(node.input[1])
        return len(shape) == 2 and shape[0] * shape[1] >= MIN_WEIGHTS

    def _shape(self, name: str) -> list[int]:
        return list(self.weights[name].dims) if name in self.weights else []

    def _table(self, node: NodeProto) -> None:
        name, out = node.input[0], node.output[0]
        if name not in self.replaced:
            values, scale = _int8(numpy_helper.to_array(self.weights[name]), 1)
            self.constant(f"{name}_int8", values)
            self.constant(f"{name}_scale", scale)
            self.replaced.add(name)
        self.add("Gather", [f"{name}_int8", node.input[1]], f"{out}_int8")
        self.add("Cast", [f"{out}_int8"], f"{out}_float", to=TensorProto.FLOAT)
        self.add("Gather", [f"{name}_scale", node.input[1]], f"{out}_scale")
        self.add("Mul", [f"{out}_float", f"{out}_scale"], out)

    def _matrix(self, node: NodeProto) -> None:
        source, name = node.input
        out = node.output[0]
        self._quantise_rows(source)
        if name not in self.replaced:
            values, scale = _int8(numpy_helper.to_array(self.weights[name]), 0)
            self.constant(f"{name}_int8", values)
            self.constant(f"{name}_scale", scale[0])
            self.replaced.add(name)
        inputs = [f"{source}_uint8", f"{name}_int8", "row_scale", f"{name}_scale", "row_zero"]
        self.add("MatMulIntegerToFloat", inputs, f"{out}_unit")
        self.add("Mul", [f"{out}_unit", f"{source}_largest"], out)

    def _quantise_rows(self, source: str) -> None:
        """uint8 of an input, 128 for naught, each row over its largest magnitude."""
        if source in self.rows:
            return
        self.rows.add(source)
        self.add("Abs", [source], f"{source}_abs")
        self.add("ReduceMax", [f"{source}_abs"], f"{source}_top", axes=[-1], keepdims=1)
        self.add("Add", [f"{source}_top", "row_eps"], f"{source}_largest")
        self.add("Div", [source, f"{source}_largest"], f"{source}_over")
        self.add("QuantizeLinear", [f"{source}_over", "row_scale", "row_zero"], f"{source}_uint8")


def _int8(weights: Array, axis: int) -> tuple[NDArray[np.int8], Array]:
    """int8 and its scales, one for each slice across `axis`."""
    scale = np.abs(weights).max(axis, keepdims=True) / np.float32(127)
    scale[scale == 0] = 1
    return np.clip(np.round(weights / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


if __name__ == "__main__":
    quantise(Path(sys.argv[1]), Path(sys.argv[2]))
