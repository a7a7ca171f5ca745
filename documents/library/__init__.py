"""The library: what an address asks for, how it counts, and what a page shows of it."""
