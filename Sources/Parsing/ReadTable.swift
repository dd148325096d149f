import Filings

/// What one of the statutory tables says.
struct ReadTable {
    var readings: [(measure: MeasureID, reading: Reading)] = []
    /// What is damaged about it.
    var notes: [ReadingNote] = []
    /// Whether other figures in the same places would fill the same cells, as long as no cell is empty.
    var isByPlace = true
    /// Whether no 0 is printed, nor a cell for it.
    var leavesZerosOut = false
}
