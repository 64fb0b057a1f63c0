"""What the steps of the lecture are drawn with."""
