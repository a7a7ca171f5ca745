"""What a signed address promises, computed here as Amazon's documentation has it.

"Authenticating Requests: Using Query Parameters (AWS Signature Version 4)".
"""

import hmac
from hashlib import sha256
from urllib.parse import parse_qsl, quote, urlsplit

from tests.s3.server import CREDENTIALS


def parameters(address: str) -> dict[str, str]:
    """Return the parameters of an address, decoded."""
    return dict(parse_qsl(urlsplit(address).query, strict_parsing=True))


def holds(address: str) -> bool:
    """Tell whether the signature is one of ours, for exactly this address."""
    signed = parameters(address)
    signature = signed.pop("X-Amz-Signature")
    return hmac.compare_digest(signature, signature_of(address, signed))


def signature_of(address: str, signed: dict[str, str]) -> str:
    parts = urlsplit(address)
    pairs = sorted(
        (quote(k, safe="-_.~"), quote(v, safe="-_.~")) for k, v in signed.items()
    )
    request = "\n".join(
        [
            *("GET", parts.path, "&".join(f"{k}={v}" for k, v in pairs)),
            *(f"host:{parts.netloc}", "", "host", "UNSIGNED-PAYLOAD"),
        ]
    )
    scope = signed["X-Amz-Credential"].partition("/")[2]
    text = "\n".join(
        [
            *("AWS4-HMAC-SHA256", signed["X-Amz-Date"], scope),
            sha256(request.encode()).hexdigest(),
        ]
    )
    key = f"AWS4{CREDENTIALS['AWS_SECRET_ACCESS_KEY']}".encode()
    for word in [*scope.split("/"), text]:
        key = hmac.digest(key, word.encode(), "sha256")
    return key.hex()
