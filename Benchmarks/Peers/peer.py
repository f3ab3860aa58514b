"""What another tool costs on the same files: peer.py NAME LIST, one process.

Each is used as its own documentation shows it: a hash of every file, nothing printed. Files that a tool refuses are
passed over.
"""

import sys


def imagehash_files(paths):
    import imagehash
    from PIL import Image

    for path in paths:
        try:
            with Image.open(path) as image:
                imagehash.phash(image)
        except Exception:
            pass


def pdqhash_files(paths):
    import numpy
    import pdqhash
    from PIL import Image

    for path in paths:
        try:
            with Image.open(path) as image:
                pdqhash.compute(numpy.asarray(image.convert("RGB")))
        except Exception:
            pass


def czkawka_files(paths):
    import os
    import tempfile

    from czkawka import ImageSimilarity

    # It takes folders: one with a name for each file. New names are in no cache of its own. It passes over a second name of
    # the same file, so one that is listed again is copied.
    with tempfile.TemporaryDirectory() as folder:
        seen = set()
        for number, path in enumerate(paths):
            place(path, os.path.join(folder, f"{number:06d}{os.path.splitext(path)[1]}"), path in seen)
            seen.add(path)
        finder = ImageSimilarity()
        finder.set_directories([folder])
        finder.set_similarity(10)
        finder.find_similar()


def place(path, target, is_again):
    import os
    import shutil

    if not is_again:
        try:
            return os.link(path, target)
        except OSError:
            pass
    shutil.copyfile(path, target)


with open(sys.argv[2], encoding="utf-8") as lines:
    files = [line.rstrip("\n") for line in lines if line.strip()]
{"imagehash": imagehash_files, "pdqhash": pdqhash_files, "czkawka": czkawka_files}[sys.argv[1]](files)
