"""The lecture: how a CNN sees, and why one filter finds one part, on the open run."""
