"""What is known about Chinese: scripts, words, readings."""
