"""A running site with the demonstration, for generated clients."""

from tests.demonstration_server import site as site
