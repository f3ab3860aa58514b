"""Real pictures for the benchmark: crops.py MASTERS FOLDER

MASTERS holds wallpapers of any size, FOLDER gets 281 crops of them, encoded in the proportions of a mixed folder as the
four libraries' users encode. The same masters, the same version of Pillow and this file make the same bytes.
"""

import os
import random
import sys

from PIL import Image, ImageDraw, ImageFilter

# Name, how many, megapixels, from photographs, how it is written.
KINDS = [
    ("jpeg-0.5mp", 50, 0.5, True, "jpeg"),
    ("jpeg-2mp", 35, 2.0, True, "jpeg"),
    ("jpeg-8mp", 8, 8.0, True, "jpeg"),
    ("progressive-0.5mp", 18, 0.5, True, "progressive"),
    ("progressive-2mp", 18, 2.0, True, "progressive"),
    ("progressive-8mp", 5, 8.0, True, "progressive"),
    ("png-rgb", 18, 2.0, False, "rgb"),
    ("png-rgba", 13, 2.0, False, "rgba"),
    ("png-palette", 13, 2.0, False, "palette"),
    ("png-gray", 3, 1.0, False, "gray"),
    ("gif", 25, 0.14, True, "gif"),
    ("webp-lossy", 40, 1.25, True, "webp"),
    ("webp-alpha", 5, 1.0, False, "webp-alpha"),
    ("webp-lossless", 15, 1.33, False, "webp-lossless"),
]
COPIES = 15  # of the first small JPEG, encoded once more

SHAPES = [(3, 2), (4, 3), (16, 9), (1, 1), (3, 4), (2, 3)]


def masters(folder):
    """Paths of large pictures by kind: photographs, and drawings."""
    photographs, drawings = [], []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            kind = os.path.splitext(name)[1].lower()
            if os.path.islink(path) or kind not in (".jpg", ".jpeg", ".png", ".webp"):
                continue
            with Image.open(path) as image:
                if image.width * image.height >= 1_800_000:
                    (photographs if kind in (".jpg", ".jpeg") else drawings).append(path)
    return sorted(photographs), sorted(drawings)


def crop(path, megapixels, random):
    """A part of a picture with some shape, a quarter of the picture at least, at that size; sometimes mirrored."""
    with Image.open(path) as image:
        image = image.convert("RGB")
    wide, high = random.choice(SHAPES)
    width = round((megapixels * 1e6 * wide / high) ** 0.5)
    height = round(width * high / wide)
    scale = min(image.width / width, image.height / height)
    part = scale * random.uniform(0.5, 1.0)
    if part < 1:
        part = min(1.0, scale)
    box = round(width * part), round(height * part)
    left, top = random.randint(0, image.width - box[0]), random.randint(0, image.height - box[1])
    image = image.crop((left, top, left + box[0], top + box[1]))
    if random.random() < 0.3:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def with_alpha(image, random):
    """Cut out along soft ellipses, as stickers are."""
    mask = Image.new("L", image.size, 0)
    draw = ImageDraw.Draw(mask)
    for _ in range(3):
        x, y = random.randint(0, image.width // 2), random.randint(0, image.height // 2)
        draw.ellipse((x, y, x + image.width // 2, y + image.height // 2), fill=255)
    image = image.copy()
    image.putalpha(mask.filter(ImageFilter.GaussianBlur(3)))
    return image


def pan(path, random):
    """Frames of an animation that moves over a picture."""
    wide = crop(path, 0.6, random).resize((900, 506), Image.Resampling.LANCZOS)
    x, y, step = random.randint(0, 60), random.randint(0, 80), random.randint(2, 5)
    count = random.randint(20, 60)
    frames = [wide.crop((x + step * i, y + i, x + step * i + 498, y + i + 280)) for i in range(count)]
    palette = wide.quantize(256)
    return [frame.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG) for frame in frames]


def write(kind, path, target, megapixels, random):
    if kind == "gif":
        first, *rest = pan(path, random)
        first.save(target + ".gif", save_all=True, append_images=rest, duration=80, loop=0, optimize=False)
        return
    image = crop(path, megapixels, random)
    if kind in ("jpeg", "progressive"):
        options = {"quality": random.choice([75, 82, 85, 90]), "subsampling": random.choice([2, 2, 2, 0])}
        image.save(target + ".jpg", progressive=kind == "progressive", **options)
    elif kind == "rgb":
        image.save(target + ".png")
    elif kind == "rgba":
        with_alpha(image, random).save(target + ".png")
    elif kind == "palette":
        image.quantize(random.choice([64, 128, 256]), dither=Image.Dither.NONE).save(target + ".png")
    elif kind == "gray":
        image.convert("L").save(target + ".png")
    elif kind == "webp":
        image.save(target + ".webp", quality=random.choice([70, 75, 80, 85]))
    elif kind == "webp-alpha":
        with_alpha(image, random).save(target + ".webp", quality=80)
    else:
        image.save(target + ".webp", lossless=True)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[0])
    photographs, drawings = masters(sys.argv[1])
    os.makedirs(sys.argv[2], exist_ok=True)
    for name, count, megapixels, is_photograph, kind in KINDS:
        chance = random.Random(name)
        sources = photographs if is_photograph else drawings
        for index in range(count):
            # The largest kinds are cut from files of a megabyte at least.
            path = chance.choice(sources)
            while megapixels > 4 and os.path.getsize(path) < 1_000_000:
                path = chance.choice(sources)
            write(kind, path, os.path.join(sys.argv[2], f"{name}-{index:03d}"), megapixels, chance)
    for index in range(COPIES):
        with Image.open(os.path.join(sys.argv[2], f"jpeg-0.5mp-{index:03d}.jpg")) as image:
            image.save(os.path.join(sys.argv[2], f"jpeg-copy-{index:03d}.jpg"), quality=88)


main()
