"""Protokollarkivet: records of meetings become a searchable static archive."""
