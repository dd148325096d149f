// Placeholder until the first file of CairoDrawing.
