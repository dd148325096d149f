// Placeholder until the first file of Charting.
