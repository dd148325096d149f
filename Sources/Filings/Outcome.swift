/// What became of one input file.
package enum Outcome<Value: Sendable>: Sendable {
    /// It was read.
    case read(Value)
    /// It is not what this program reads (a README, a picture); named in the end summary, never fatal.
    case skipped(reason: Message)
    /// It should have been readable and was not; named in the end summary, never fatal.
    case failed(reason: Message)

    /// A sentence in both languages.
    package struct Message: Hashable, Sendable {
        package var zh: String
        package var en: String

        package init(zh: String, en: String) {
            self.zh = zh
            self.en = en
        }
    }
}
