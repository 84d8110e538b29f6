"""Preflight: pack, composed copy and layout report -> findings; a module a family, severities and mends in one table."""
