"""What the product promises, in sentences that run; laid out as the package is."""
