"""A running site with the demonstration, for whoever throws requests at it."""

from tests.demonstration_server import site as site
