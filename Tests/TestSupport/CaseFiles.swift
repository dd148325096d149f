import Foundation

/// Plain-text case files beside a test, in `Cases/`.
package enum CaseFiles {
    /// Their names without ending, sorted.
    package static func names(ending: String = ".case", beside file: String = #filePath) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder(file).path)
        return names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    package static func text(_ name: String, beside file: String = #filePath) throws -> String {
        String(decoding: try Data(contentsOf: folder(file).appending(path: name)), as: UTF8.self)
    }

    /// Lines `input -> expected`; empty lines and lines that start with `#` are passed over. `\t` and `\s` stand for
    /// a tab and a space, which an editor would eat.
    package static func pairs(_ name: String, beside file: String = #filePath) throws -> [(
        input: String, expected: String
    )] {
        try text(name, beside: file).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            guard let arrow = line.range(of: " -> ", options: .backwards) else { throw Malformed(line: String(line)) }
            let input = line[..<arrow.lowerBound].replacing("\\t", with: "\t").replacing("\\s", with: " ")
            return (String(input), String(line[arrow.upperBound...]))
        }
    }

    package struct Malformed: Error {
        package let line: String
    }

    private static func folder(_ file: String) -> URL {
        URL(filePath: file).deletingLastPathComponent().appending(path: "Cases")
    }
}
