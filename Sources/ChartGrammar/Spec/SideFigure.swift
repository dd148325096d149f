/// A number beside the chart of a slide, with what it is and what it is measured in.
package struct SideFigure: Hashable, Sendable {
    package var label: String
    package var value: String
    /// Unit, and what the number is compared with.
    package var note: String
    /// The exception that the headline names.
    package var isAlert: Bool

    package init(label: String, value: String, note: String, isAlert: Bool = false) {
        self.label = label
        self.value = value
        self.note = note
        self.isAlert = isAlert
    }
}
