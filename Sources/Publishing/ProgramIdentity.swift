import CairoDrawing

/// The program's name and version, and what pictures depend on.
package enum ProgramIdentity {
    package static let name = "tongjian"
    package static let version = "0.1.0"
}
