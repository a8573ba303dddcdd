import json
import struct

import numpy as np
import torch
import torch.nn.functional as F

# What safetensors.torch.load_file("{{name}}.safetensors") does, without the package.
with open("{{name}}.safetensors", "rb") as file:
    header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
    data = file.read()
weights = {
    name: torch.from_numpy(np.frombuffer(data[slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"]).copy())
    for name, entry in header.items()
    if name != "__metadata__"
}
{{tables}}


def logits(image):  # [N, 1, 28, 28], pixels of 0–255
{{network}}
    return x


pixels = json.load(open("digit.json"))["pixels"]
image = torch.tensor(pixels, dtype=torch.float32).reshape(1, 1, 28, 28)
print(logits(image).softmax(1)[0].argmax().item())
