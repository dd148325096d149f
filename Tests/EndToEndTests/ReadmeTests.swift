import Foundation
import TestSupport
import Testing

/// The README's commands are those that work.
@Suite struct ReadmeTests {
    private static let readme = ProgramFiles.text("README.md")

    /// Lines of fenced or indented code of a text.
    private static func commands(_ text: Substring) -> [String] {
        var commands: [String] = []
        var isFenced = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isFenced.toggle()
            } else if isFenced || line.hasPrefix("    ") {
                let command = line.split(separator: "#").first?.trimmingCharacters(in: .whitespaces) ?? ""
                if !command.isEmpty { commands.append(command) }
            }
        }
        return commands
    }

    @Test(.enabled(if: readme != nil, "no README.md yet")) func setUpIsTwoCommands() throws {
        let readme = try #require(Self.readme)
        let section = readme.split(separator: "\n## ").first { commands in
            let commands = Self.commands(commands)
            return commands.contains("make run") && commands.contains("make test")
        }
        #expect(Set(Self.commands(try #require(section))) == ["make run", "make test"])
    }

    @Test(.enabled(if: readme != nil, "no README.md yet")) func commandsNamedThereExist() throws {
        let names = Set(
            try #require(Self.readme).matches(of: #/(?m)^\s*(?:\$ )?tongjian ([a-z]+)/#).map { String($0.1) })
        for name in names { #expect(ProgramRunner.run(name, "--help").status == 0, "tongjian \(name)") }
    }
}
