"""Words as data: one TOML file a language, read once into a look-up table."""
