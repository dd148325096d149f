// Placeholder until the first file of Parsing.
