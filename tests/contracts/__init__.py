"""What two ways to the same content must have in common."""
