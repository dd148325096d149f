import Glibc

/// Text broken to fit a terminal: ideographs are two cells wide.
enum TerminalText {
    /// The width of the terminal in cells; 100 where the output is no terminal, so that files do not depend on it.
    static var terminalWidth: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return 100
        }
        return Int(size.ws_col)
    }

    /// Text in lines no wider than a width, broken between ideographs or at spaces, each behind an indent.
    static func wrapped(_ text: String, width: Int, indent: Int) -> String {
        let room = max(10, width - indent)
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in words(text) {
            let needed = EastAsianWidth.width(word)
            if used + needed > room, used > 0 {
                lines.append(line)
                (line, used) = ("", 0)
                if word == " " { continue }
            }
            line += word
            used += needed
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines.map { margin + $0 + "\n" }.joined()
    }

    /// Runs of narrow characters, single wide ones and spaces; a run longer than a line is cut.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var run = ""
        for character in text {
            let isNarrow =
                character != " " && character.unicodeScalars.allSatisfy { EastAsianWidth.width(String($0)) < 2 }
                && !character.isNewline
            if isNarrow, run.count < 30 {
                run.append(character)
                continue
            }
            if !run.isEmpty { words.append(run) }
            run = isNarrow ? String(character) : ""
            if !isNarrow { words.append(character.isNewline || character == "\t" ? " " : String(character)) }
        }
        return run.isEmpty ? words : words + [run]
    }
}
