"""The leak matrix: what an anonymous visitor may not see, asked of every route.

`canaries` fills things with words that occur nowhere else, `secret_things` makes one
for each way of not being public, `hub` makes public things that refer to them in every
way there is, and `routes` names what is asked. `test_matrix` has a test for each cell.
"""
