/// What became of one input file.
package enum Outcome<Value: Sendable>: Sendable {
    /// It was read.
    case read(Value)
    /// It is not what this program reads (a README, a picture); named in the end summary, never fatal.
    case skipped(reason: Words)
    /// It should have been readable and was not; named in the end summary, never fatal.
    case failed(reason: Words)
}
