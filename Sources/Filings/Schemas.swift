/// The names of the formats that other programs rely on.
package enum Schemas {
    package static let bundle = "tongjian.bundle/1"
}
