"""The debrief as a page to read, print and keep: one sheet of content, laid out as HTML and as PDF."""
