// Placeholder until the first file of ColumnStore.
