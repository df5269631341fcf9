"""Writes a configuration for openapi-python-client by which classes have the names of the components.

Without it they have those of the titles: NumberOfBackups in place of BackupCount.
"""

import sys
from pathlib import Path

from openapi_python_client.strings import ClassName
from ruamel.yaml import YAML

source, target = map(Path, sys.argv[1:])
yaml = YAML(typ="safe")
schemas = yaml.load(source)["components"]["schemas"]
overrides = {
    str(ClassName(schema["title"], "field_")): {"class_name": name}
    for name, schema in schemas.items()
}
yaml.dump({"package_name_override": "csbs_client", "post_hooks": [], "class_overrides": overrides}, target)
