"""Prints the OpenAPI document with names of a running server as examples: categories, ids, files, entity tags."""

import json
import sys
import urllib.request

import yaml


def get(url):
    with urllib.request.urlopen(url) as answer:
        return answer.headers, answer.read()


def examples(parameter, values):
    parameter["examples"] = {f"e{index}": {"value": value} for index, value in enumerate(values)}


document = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
base = sys.argv[2]
tags = json.loads(get(f"{base}/api/v1/tags")[1])["tags"]
images = json.loads(get(f"{base}/api/v1/images/random?count=20")[1])["images"]
endpoints = json.loads(get(f"{base}/api/v2/endpoints")[1])
results = json.loads(get(f"{base}/api/v2/{next(iter(endpoints))}?amount=20")[1])["results"]
paths = document["paths"]

for operation, names in {
    "/api/v1/images/{category}": {
        "category": ["random", "nothing", *tags[:6]],
        "additionalTags": [tags[0], ",".join(tags[:3])],
        "blacklistedTags": [tags[-1]],
        "id": ["abcd", "ab", "somebody-else"],
    },
    "/api/v1/getImageById/{id}": {"id": [image["id"] for image in images[:5]]},
    "/images/{category}/{file}": {
        "category": [image["category"] for image in images[:8]],
        "file": [image["image"][form]["url"].rsplit("/", 1)[1] for image in images[:4] for form in ("original", "compressed")],
    },
    "/api/v2/search": {"query": ["blue hair", "zzzz"], "category": list(endpoints)},
    "/api/v2/{category}/{filename}.{format}": {
        "filename": [result["url"].rsplit("/", 1)[1].rsplit(".", 1)[0] for result in results[:5]],
        "format": [result["url"].rsplit(".", 1)[1] for result in results[:5]],
    },
}.items():
    for parameter in paths[operation]["get"]["parameters"]:
        if parameter.get("name") in names:
            parameter.pop("example", None)
            examples(parameter, names[parameter["name"]])

shared = document["components"]["parameters"]
examples(shared["NekosBestCategory"], list(endpoints)[:5])
examples(shared["Amount"], [1, 20, 0, -3, 1000])
examples(shared["Range"], ["bytes=0-9", "bytes=-5", "bytes=99999999-", "bytes=5-1", "bytes=0-1,4-5"])
tag = get(images[0]["image"]["original"]["url"])[0]["etag"]
examples(shared["IfNoneMatch"], ["*", tag, '"x"'])
examples(shared["IfRange"], [tag, '"x"'])
yaml.safe_dump(document, sys.stdout, sort_keys=False, allow_unicode=True)
