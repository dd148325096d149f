/// A text in UTF-8 whose lines are ranges of its bytes, and the cells within a line.
struct TextLines {
    let text: UnsafeBufferPointer<UInt8>

    /// How many characters stand in a range.
    func characters(in range: Range<Int>) -> Int {
        var count = 0
        for index in range { count += text[index] & 0xC0 == 0x80 ? 0 : 1 }
        return count
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    }

    /// A stretch of a line without the spaces around it; `column` counts characters from 1.
    struct Piece {
        var range: Range<Int>
        var column: Int
    }

    /// The stretches between tabs, empty ones too.
    func tabbed(_ line: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(16)
        var piece = Piece(range: line.lowerBound..<line.lowerBound, column: 1)
        var isOpen = false
        var column = 1
        var index = line.lowerBound
        while index < line.upperBound {
            if text[index] == 0x09 {
                pieces.append(piece)
                piece = Piece(range: (index + 1)..<(index + 1), column: column + 1)
                isOpen = false
                index += 1
            } else {
                let space = PrintedSpace.length(text, at: index)
                let length = space > 0 ? space : UTF8Length.of(lead: text[index])
                if space == 0 {
                    if !isOpen { piece = Piece(range: index..<index, column: column) }
                    isOpen = true
                    piece.range = piece.range.lowerBound..<(index + length)
                } else if !isOpen {
                    // An empty cell stands behind its spaces.
                    piece = Piece(range: (index + length)..<(index + length), column: column + 1)
                }
                index += length
            }
            column += 1
        }
        pieces.append(piece)
        return pieces
    }

    /// The only stretch of a line without tabs that two or more spaces would part; nil where there is none or another.
    func onlyStretch(_ line: Range<Int>) -> TextBody.Stretch? {
        var stretch = TextBody.Stretch(range: line.lowerBound..<line.lowerBound, column: 0, holds: .none)
        var (start, end) = (-1, 0)
        var column = 1
        var spaces = 0
        var index = line.lowerBound
        while index < line.upperBound {
            let run = Ideographs.end(text, from: index)
            if run == index {
                let space = PrintedSpace.length(text, at: index)
                if space > 0 {
                    spaces += 1
                    index += space
                    column += 1
                    continue
                }
                stretch.holds.note(text, at: index)
            }
            if start < 0 {
                (start, stretch.column) = (index, column)
            } else if spaces > 0 {
                if spaces >= 2 { return nil }
                stretch.holds.spaces = true
            }
            spaces = 0
            end = run > index ? run : index + UTF8Length.of(lead: text[index])
            column += run > index ? (run - index) / 3 : 1
            index = end
        }
        guard start >= 0 else { return nil }
        stretch.range = start..<end
        return stretch
    }

    /// The stretches that two or more spaces part. A leading indent makes none.
    func spaced(_ line: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var (start, end, startColumn) = (-1, 0, 0)
        var column = 1
        var spaces = 0
        var index = line.lowerBound
        while index < line.upperBound {
            let lead = text[index]
            let space = Ideographs.isLead(lead) ? 0 : PrintedSpace.length(text, at: index)
            if space > 0 {
                spaces += 1
                index += space
            } else {
                if spaces >= 2, start >= 0 {
                    pieces.append(Piece(range: start..<end, column: startColumn))
                    start = -1
                }
                if start < 0 { (start, startColumn) = (index, column) }
                spaces = 0
                index += UTF8Length.of(lead: lead)
                end = index
            }
            column += 1
        }
        if start >= 0 { pieces.append(Piece(range: start..<end, column: startColumn)) }
        return pieces
    }

    /// The columns of the page that each piece of a line takes up; see `IdeographWidth`.
    func spans(of pieces: [Piece], in line: Range<Int>, ideograph: Int) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var column = 0
        var index = line.lowerBound
        func advance(to end: Int) {
            while index < end {
                column += isWide(at: index) ? ideograph : 1
                index += UTF8Length.of(lead: text[index])
            }
        }
        for piece in pieces {
            advance(to: piece.range.lowerBound)
            let start = column
            advance(to: piece.range.upperBound)
            spans.append(start..<column)
        }
        return spans
    }

    /// From U+2E80 on, and the quotes, dashes and dots that Chinese print sets wide: “”‘’…—.
    private func isWide(at index: Int) -> Bool {
        guard text[index] >= 0xE2 else { return false }
        guard text[index] == 0xE2 else { return true }
        let second = text[index + 1]
        guard second == 0x80 else { return second >= 0xBA }
        return [0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6].contains(text[index + 2])
    }
}
