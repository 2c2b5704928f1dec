"""One file per format; each gives the same Article."""
