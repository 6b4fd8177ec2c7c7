"""The ear: spaCy and scikit-learn turn words into the plain values that the rules work on."""
