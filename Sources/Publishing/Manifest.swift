import CairoDrawing
import Digests
import FilingInterchange
import Filings

/// What a bundle was made from and holds, by digest. No clock, no path, no job count: the same inputs give the
/// same manifest, and its digest is the bundle's identity.
package struct Manifest {
    package static let path = "manifest.json"
    package static let digestPath = "manifest.sha256"
    package static let schema = Schemas.bundle

    package var report: String
    package var options: [(String, String)]
    package var definitions: [(path: String, text: String)]
    package var filings: [Filing]
    /// Families that pictures and print are set in.
    package var fonts: [String] = FontFamilies.noto.families
    package var files: [BundleFile]

    package var json: String {
        JSONValue.members([
            ("schema", .string(Self.schema)),
            (
                "program",
                .members([("name", .string(ProgramIdentity.name)), ("version", .string(ProgramIdentity.version))])
            ),
            ("libraries", .members(LibraryVersions.all.map { ($0.name, .string($0.version)) })),
            ("fonts", .strings(fonts)),
            (
                "command",
                .members(
                    [("name", .string("report")), ("report", .string(report))] + options.map { ($0.0, .string($0.1)) })
            ),
            ("definitions", .array(definitions.map { entry($0.path, SHA256Digest.hexadecimal(of: $0.text)) })),
            ("settings", .array(settings.map { entry($0.path, $0.digest) })),
            ("inputs", .array(inputs)),
            (
                "files",
                .array(
                    files.sorted { $0.path < $1.path }.map { file in
                        .members([
                            ("path", .string(file.path)), ("sha256", .string(SHA256Digest.hexadecimal(of: file.bytes))),
                            ("bytes", .integer(file.bytes.count)),
                        ])
                    })
            ),
        ]).pretty
    }

    private func entry(_ path: String, _ digest: String) -> JSONValue {
        .members([("path", .string(path)), ("sha256", .string(digest))])
    }

    /// Each file once, in the order of the inputs; a table holds many filings.
    private var inputs: [JSONValue] {
        var seen: Set<SettingsSource> = []
        return filings.map { SettingsSource(path: $0.source, digest: $0.digest) }.filter { seen.insert($0).inserted }
            .map { entry($0.path, $0.digest) }
    }

    private var settings: [SettingsSource] {
        var found: [SettingsSource] = []
        for filing in filings {
            for case let source? in [filing.settings, filing.mapping] where !found.contains(source) {
                found.append(source)
            }
        }
        return found
    }
}
