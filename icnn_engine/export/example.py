"""Ask an exported network about a picture. Needs onnxruntime, Pillow and NumPy.

python example.py model.onnx picture.jpg [left top right bottom]
"""

import json
import sys

import numpy as np
import onnxruntime
from PIL import Image, ImageOps

model, picture, *box = sys.argv[1:]
session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
about = session.get_modelmeta().custom_metadata_map
image = ImageOps.exif_transpose(Image.open(picture)).convert("RGB")
left, top, right, bottom = map(int, box or (0, 0, image.width, image.height))
side = session.get_inputs()[0].shape[1]
square = image.crop((left, top, right, bottom)).resize((side, side), Image.Resampling.BILINEAR)
answers, peaks, strengths = session.run(["answers", "peaks", "strengths"], {"pixels": np.asarray(square)[None]})
for name, answer in zip(json.loads(about["answers"]), answers[0], strict=True):
    print(f"{name}: {answer:.1%}")
for part in json.loads(about["parts"]):
    x, y = peaks[0, part["filter"]] * (right - left, bottom - top) / side + (left, top)
    strength, usual = strengths[0, part["filter"]], part["usual"] or 0
    print(f"{part['name']}: at x {x:.0f}, y {y:.0f}, strength {strength:.2f} (usually {usual:.2f})")
