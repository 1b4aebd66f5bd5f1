#!/bin/sh
# Installs the CPU build of PyTorch: pip alone would take several gigabytes of GPU libraries that Kildesvar never uses.
# First from where pip already looks (a company mirror, a wheel on disk), then from PyTorch's own index of CPU builds.
# PyTorch alone: the packages it needs stand in requirements/runtime.lock. Its own hash is not pinned, as the same version
# is another file in each of these places; pip checks it against the hash that PyTorch's index gives with the file.
# usage: install-torch.sh PYTHON
set -eu
python=$1
version=2.13.0
pip="$python -m pip install --quiet --disable-pip-version-check --no-deps"
"$python" -c "import importlib.metadata as m, sys; sys.exit(m.version('torch').split('+')[0] != '$version')" 2>/dev/null && exit 0
$pip "torch==$version+cpu" 2>/dev/null && exit 0
$pip "torch==$version" --extra-index-url https://download.pytorch.org/whl/cpu && exit 0
echo "PyTorch $version (CPU build) could not be installed. See https://pytorch.org/get-started/locally, choose pip and CPU, then run make again." >&2
exit 1
