"""Whatever changes of what nobody may see, every answer stays what it was.

`world` adds to the site of tests/freshness what is hidden, and public things that refer
to it; `hidden` and the modules named after it have the changes, `questions` what is
asked. The daily run has a hundred examples; `ORACLE_EXAMPLES=2000 pytest tests/oracles`
has as many as it says.
"""
