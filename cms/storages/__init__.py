"""Where files live: a directory of this machine, or a private S3 bucket.

Both are Django storages and more: they send a part of a file in pieces, tell its
checksum, and list what they hold. Nobody reaches a file but through a view of ours,
or by a signed address of the bucket that ends within a minute.
"""
