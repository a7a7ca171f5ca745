"""What is measured on: pages, pictures and documents, the same ones each time."""
