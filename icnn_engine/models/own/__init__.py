"""A network of the user's own: its architecture, weights, preprocessing, layers, and where their maps lie."""
