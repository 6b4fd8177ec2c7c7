"""One screen a file. A screen gets what it shows when it is made, and says by a message what was wished."""
