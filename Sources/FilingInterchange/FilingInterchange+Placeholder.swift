// Placeholder until the first file of FilingInterchange.
