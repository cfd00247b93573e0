"""The first message of a warm interpreter: what it is and what it can keep apart."""

import json
import platform
from collections.abc import Mapping

import wire


def _say(message: Mapping[str, object]) -> None:
    text = json.dumps({"protocol": wire.PROTOCOL_VERSION, **message}).encode()
    wire.write_all(wire.REPLIES, wire.LENGTH.pack(len(text)) + text)


def refuse(missing: list[str]) -> None:
    """No program will be run; `missing` says why, in sentences for the person who runs the server."""
    _say({"tier": "refuse", "missing": missing})


def ready(tier: str, landlock_abi: int, features: Mapping[str, bool], missing: list[str]) -> None:
    """Jobs may be sent from now on."""
    import _recorder

    _say(
        {
            "tier": tier,
            "landlockAbi": landlock_abi,
            "features": features,
            "missing": missing,
            "pythonVersion": platform.python_version(),
            "recorderVersion": _recorder.VERSION,
            "formatVersion": _recorder.FORMAT_VERSION,
        }
    )
