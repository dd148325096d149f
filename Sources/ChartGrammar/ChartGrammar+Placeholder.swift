// Placeholder until the first file of ChartGrammar.
