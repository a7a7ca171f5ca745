"""Whatever changes, what shows it changes, at once, and nothing else does.

`world` is a small site in which everything refers to something, `observations` is what
a visitor and an API client get of it, and each module of `cases` has changes of one
kind. `test_freshness` has a test for each change, and for each thing that the public
schemas can show one that there is a change of it.
"""
