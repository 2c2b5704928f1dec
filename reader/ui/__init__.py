"""The window: everything that a learner sees and touches."""
