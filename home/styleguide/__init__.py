"""The page on which staff see each block and component of the site."""
