"""The search on an OpenSearch server, for sites that outgrow that of their database."""
