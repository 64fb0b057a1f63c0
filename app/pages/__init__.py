"""The five pages. A page wires widgets to the session and the jobs, and knows no other page."""
