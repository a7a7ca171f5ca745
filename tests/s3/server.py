"""An S3 server for one test run.

It answers over HTTP on this machine, keeps all in memory, and lets everybody do
everything: nothing about privacy is proven by it. Tests look at what is signed.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import boto3
from moto.moto_server.werkzeug_app import MotoRequestHandler
from moto.server import ThreadedMotoServer

BUCKET = "results-test"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "tests", "AWS_SECRET_ACCESS_KEY": "tests-secret"}


@contextmanager
def server() -> Iterator[dict[str, str]]:
    """Start a server with an empty bucket, and yield the variables that name them."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # It tells of each request.
    MotoRequestHandler.protocol_version = "HTTP/1.1"  # It keeps connections open.
    moto = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    moto.start()
    try:
        variables = CREDENTIALS | {
            "RESULTS_S3_BUCKET": BUCKET,
            "RESULTS_S3_ENDPOINT_URL": "http://{}:{}".format(*moto.get_host_and_port()),
        }
        make_bucket(variables)
        yield variables
    finally:
        moto.stop()


def make_bucket(variables: dict[str, str]) -> None:
    client = boto3.client(
        "s3",
        region_name="us-east-1",
        endpoint_url=variables["RESULTS_S3_ENDPOINT_URL"],
        aws_access_key_id=variables["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=variables["AWS_SECRET_ACCESS_KEY"],
    )
    client.create_bucket(Bucket=BUCKET)
