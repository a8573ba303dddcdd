import json

import numpy as np
import onnxruntime

pixels = json.load(open("digit.json"))["pixels"]
image = np.array(pixels, dtype=np.float32).reshape(1, 1, 28, 28)
session = onnxruntime.InferenceSession("{{name}}.onnx")
logits, probabilities = session.run(["logits", "probabilities"], {"image": image})
print(probabilities[0].argmax())
