// Placeholder until the first file of FilingTable.
